import { Button, MessageBar, MessageBarBody, makeStyles, Spinner } from "@fluentui/react-components";
import { useMemo, useRef, useState } from "react";
import type { CheckedForms } from "../../../jobs/check.js";
import { toldCounts } from "../../../jobs/mending.js";
import type { WrittenReport } from "../../../jobs/report.js";
import { loadOutlineChoice, loadOwnText, loadWriter } from "../../parts.js";
import type { ReportView } from "../../report/report-view.js";
import { useTexts } from "../../texts/use-texts.js";
import type { Windows } from "../../wide/open-wide.js";
import { StepLayout } from "../StepLayout.js";
import { tokens } from "../tokens.js";
import { useLoaded } from "../use-loaded.js";
import { useSession, useSessionState } from "../use-session.js";
import { useTold } from "../use-told.js";
import { ReadingTools } from "./ReadingTools.js";
import { ReadingView } from "./ReadingView.js";
import { ReportActions } from "./ReportActions.js";
import { ReportGaps } from "./ReportGaps.js";
import { ReportViews } from "./ReportViews.js";
import { DoubtfulList, SentenceList } from "./SentenceList.js";
import { useReportTexts } from "./use-report-texts.js";

const useStyles = makeStyles({
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  action: { alignSelf: "flex-start" },
  opening: { padding: "32px 12px" },
});

/** The third step: the report as it would be printed now, what it lacks, and the ways to take it along. */
export function ReportStep({ mac, windows }: { readonly mac: boolean; readonly windows: Windows | null }) {
  const styles = useStyles();
  const texts = useReportTexts();
  const book = useSessionState("book");
  const writer = useLoaded(loadWriter);
  const outcome = useMemo(
    () => (writer === null || book.kind !== "forms" ? null : writer.writeReport(book)),
    [writer, book],
  );
  if (book.kind !== "forms") return <NoForms />;
  if (outcome?.kind === "no-outline") {
    return (
      <StepLayout>
        <p className={styles.hint} data-testid="no-outline">
          {texts.outlineNone}
        </p>
        <Outlines current={null} />
      </StepLayout>
    );
  }
  if (outcome === null) {
    return (
      <div className={styles.opening}>
        <Spinner size="small" label={texts.loading} />
      </div>
    );
  }
  return <Written book={book} written={outcome.written} mac={mac} windows={windows} />;
}

function NoForms() {
  const styles = useStyles();
  const { check: checkTexts, insert: insertTexts } = useTexts();
  const session = useSession();
  const book = useSessionState("book");
  return (
    <StepLayout>
      <p className={styles.hint} data-testid="no-forms">
        {book.kind === "foreign"
          ? insertTexts.foreign(book.edition, book.faults !== null)
          : checkTexts.noForms}
      </p>
      <Button className={styles.action} appearance="primary" onClick={() => session.show("insert")}>
        {checkTexts.toInsert}
      </Button>
    </StepLayout>
  );
}

function Written({
  book,
  written,
  mac,
  windows,
}: {
  readonly book: CheckedForms;
  readonly written: WrittenReport;
  readonly mac: boolean;
  readonly windows: Windows | null;
}) {
  const [view, setView] = useState<ReportView>("read");
  const [position, setPosition] = useState(0);
  const shown = useRef<HTMLElement>(null);
  const texts = useReportTexts();
  const { narrative, gaps, content } = written;
  const nothing = content.sections.every(({ paragraphs }) => paragraphs.length === 0);
  const counts = [
    ["read", 0],
    ["missing", gaps.length],
    ["doubtful", narrative.doubtful.length],
    ["suggestions", narrative.suggestions.length],
    ["declined", narrative.declined.length],
    ["own", ownTextCount(book, written)],
  ] as const;
  return (
    <StepLayout
      padded={view !== "read"}
      part={view}
      label={view === "read" && nothing ? texts.views.read : ""}
      top={
        <>
          <ReportViews counts={counts} current={view} onChange={setView} />
          {view === "read" && <ReadingTools written={written} shown={shown} windows={windows} />}
        </>
      }
      foot={<ReportActions book={book} written={written} mac={mac} shown={shown} />}
    >
      {view === "read" ? (
        <>
          <Standing written={written} />
          <ReadingView written={written} position={position} onPosition={setPosition} ref={shown} />
          <Outlines current={written.outline.id} />
        </>
      ) : (
        <ToDecide view={view} book={book} written={written} />
      )}
    </StepLayout>
  );
}

function ToDecide({
  view,
  book,
  written,
}: {
  readonly view: Exclude<ReportView, "read">;
  readonly book: CheckedForms;
  readonly written: WrittenReport;
}) {
  const texts = useReportTexts();
  const { narrative, gaps } = written;
  switch (view) {
    case "missing":
      return <ReportGaps gaps={gaps} report={book.report} />;
    case "doubtful":
      return <DoubtfulList sentences={narrative.doubtful} />;
    case "suggestions":
      return (
        <SentenceList
          sentences={narrative.suggestions}
          hint={texts.suggestionsHint}
          action={texts.accept}
          decision="accepted"
        />
      );
    case "own":
      return <Own book={book} written={written} />;
    case "declined":
      return (
        <SentenceList
          sentences={narrative.declined}
          hint={texts.declinedHint}
          action={texts.restore}
          decision="open"
        />
      );
  }
}

/** Texts of her own: what stands on the sheet, and sentences of hers in place of the program's. */
function ownTextCount({ report }: CheckedForms, { narrative }: WrittenReport): number {
  const written = [...report.texts.values()].filter((text) => text.trim() !== "");
  return written.length + narrative.replaced.length;
}

function Own(props: { readonly book: CheckedForms; readonly written: WrittenReport }) {
  const loaded = useLoaded(loadOwnText);
  return loaded === null ? <Spinner size="tiny" /> : <loaded.OwnText {...props} />;
}

function Outlines({ current }: { readonly current: string | null }) {
  const loaded = useLoaded(loadOutlineChoice);
  return loaded === null ? null : <loaded.OutlineChoice current={current} />;
}

/** How far the report is from being signed: what is wrong and blank in the figures, and what changed since it was. */
function Standing({ written }: { readonly written: WrittenReport }) {
  const texts = useReportTexts();
  const counts = toldCounts(useTold());
  const clean = counts.error + counts.warning + counts.missing === 0;
  const { sinceSigned } = written;
  const changed = sinceSigned === null ? 0 : sinceSigned.indicators.length + sinceSigned.tables.length;
  return (
    <>
      {!clean && (
        <MessageBar
          intent={counts.error > 0 ? "error" : "warning"}
          layout="multiline"
          data-testid="report-counts"
        >
          <MessageBarBody>
            {texts.counts(counts)} {counts.error > 0 ? texts.countsHint : ""}
          </MessageBarBody>
        </MessageBar>
      )}
      {sinceSigned !== null && changed > 0 && (
        <MessageBar intent="warning" layout="multiline" data-testid="since-signed">
          <MessageBarBody>{texts.sinceSigned(sinceSigned.signed, changed)}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
