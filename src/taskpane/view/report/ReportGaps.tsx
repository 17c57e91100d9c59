import { Link, makeStyles } from "@fluentui/react-components";
import { findIndicator, type IndicatorRef, indicatorKey, labelOf } from "../../../forms/indicators.js";
import { superiorInLabels } from "../../../forms/superior.js";
import type { Gap } from "../../../jobs/report.js";
import type { Missing } from "../../../narrative/section.js";
import type { Report } from "../../../report/report.js";
import type { CellAddress } from "../../../values/address.js";
import { tokens } from "../tokens.js";
import { useSession } from "../use-session.js";
import { useReportTexts } from "./use-report-texts.js";

const useStyles = makeStyles({
  hint: { margin: "0 0 4px", fontSize: "13px", color: tokens.colorNeutralForeground2 },
  chapter: { margin: "10px 0 0", fontSize: "12px", color: tokens.colorNeutralForeground2 },
  heading: { margin: "8px 0 2px", fontSize: "14px", fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: "none", fontSize: "13px" },
  item: { padding: "3px 0 3px 10px", borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
  link: { fontSize: "13px", textAlign: "left" },
});

/** What the report could not say, section by section; each place is a link to its cell. */
export function ReportGaps({ gaps, report }: { readonly gaps: readonly Gap[]; readonly report: Report }) {
  const styles = useStyles();
  const texts = useReportTexts();
  return (
    <div>
      <p className={styles.hint}>{texts.missingHint}</p>
      {gaps.map((gap, i) => (
        <GapView key={gap.section} gap={gap} before={gaps[i - 1] ?? null} report={report} />
      ))}
    </div>
  );
}

function GapView({
  gap,
  before,
  report,
}: {
  readonly gap: Gap;
  /** The one above it in the list: the chapter of both is told once. */
  readonly before: Gap | null;
  readonly report: Report;
}) {
  const styles = useStyles();
  const texts = useReportTexts();
  const { edition, info, values } = report;
  const superior = superiorInLabels(info.superior, edition.superior);
  const chapter = chapterOf(gap);
  const rows = missingRows(gap.missing);
  const prompts = gap.missing.flatMap((item) => (item.kind === "own-text" ? [item.prompt] : []));
  const label = (ref: IndicatorRef) => {
    const indicator = findIndicator(edition, ref);
    return indicator === null ? "" : labelOf(indicator, superior);
  };
  return (
    <div data-testid="gap" data-section={gap.section}>
      {chapter !== "" && chapter !== (before === null ? "" : chapterOf(before)) && (
        <p className={styles.chapter} lang="vi" data-testid="gap-chapter">
          {chapter}
        </p>
      )}
      <h3 className={styles.heading} lang="vi">
        {gap.number === null ? gap.heading : `${gap.number}. ${gap.heading}`}
      </h3>
      <ul className={styles.list}>
        {rows.map((ref) => (
          <GapItem
            key={indicatorKey(ref.form, ref.code)}
            address={values.get(indicatorKey(ref.form, ref.code))?.address ?? null}
          >
            {texts.missingRow(ref.form, ref.code, label(ref))}
          </GapItem>
        ))}
        {prompts.map((prompt) => (
          <GapItem key={prompt} address={gap.place?.cell ?? null}>
            {texts.missingText} <span lang="vi">{prompt}</span>
          </GapItem>
        ))}
      </ul>
    </div>
  );
}

/** What is printed around a section, without which its number may be another's. */
function chapterOf({ around }: Gap): string {
  return around.map(({ number, heading }) => `${number}. ${heading}`).join(" · ");
}

function GapItem({
  address,
  children,
}: {
  readonly address: CellAddress | null;
  readonly children: React.ReactNode;
}) {
  const styles = useStyles();
  const session = useSession();
  return (
    <li className={styles.item}>
      {address === null ? (
        children
      ) : (
        <Link
          as="button"
          className={styles.link}
          onClick={() => void session.select(address)}
          data-testid="gap-link"
        >
          {children}
        </Link>
      )}
    </li>
  );
}

/** The rows that a section lacks, each once, in the order of its sentences. */
function missingRows(missing: readonly Missing[]): readonly IndicatorRef[] {
  const rows = new Map<string, IndicatorRef>();
  for (const item of missing) {
    if (item.kind !== "facts") continue;
    for (const ref of item.indicators) rows.set(indicatorKey(ref.form, ref.code), ref);
  }
  return [...rows.values()];
}
