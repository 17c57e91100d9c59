import { Link, makeStyles } from "@fluentui/react-components";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";
import { useSession, useSessionState } from "../use-session.js";
import { NARROW } from "../zoomed.js";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: "12px",
    rowGap: "4px",
    margin: 0,
    [NARROW]: { display: "block" },
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  row: { display: "contents", [NARROW]: { display: "block", marginBottom: "4px" } },
  blank: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
  edit: { marginTop: "6px" },
});

/** What the workbook says of itself. It is changed on its sheet, the one place where it stands. */
export function KnownInfo() {
  const styles = useStyles();
  const { insert: texts, period: periodName } = useTexts();
  const session = useSession();
  const book = useSessionState("book");
  if (book.kind !== "forms") return null;
  const { edition, info, infoCells } = book.judgement.report;
  const known = edition.periods.find(({ id }) => id === info.period);
  const period = known === undefined ? "" : periodName(known.id, known.name);
  const rows = [
    [texts.edition, edition.name, "vi"],
    [texts.organization, info.organization, "vi"],
    [texts.superior, info.superior, "vi"],
    [texts.period, period, undefined],
    [texts.year, info.year === null ? "" : String(info.year), undefined],
  ] as const;
  const cell = infoCells.get("organization") ?? [...infoCells.values()][0];
  return (
    <div data-testid="known-info">
      <dl className={styles.list}>
        {rows.map(([label, value, language]) => (
          <div key={label} className={styles.row}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>
              {value === "" ? (
                <span className={styles.blank}>{texts.blank}</span>
              ) : (
                <span lang={language}>{value}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {cell !== undefined && (
        <Link
          as="button"
          className={styles.edit}
          onClick={() => void session.select(cell)}
          data-testid="edit-info"
        >
          {texts.editOnSheet}
        </Link>
      )}
    </div>
  );
}
