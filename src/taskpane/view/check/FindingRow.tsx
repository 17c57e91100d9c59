import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FindingClass } from "../../../jobs/group-findings.js";
import { placeOf, sentenceOf, type ToldPlace } from "../../../jobs/tell-finding.js";
import type { Report } from "../../../report/report.js";
import type { Finding } from "../../../rules/finding.js";
import { a1 } from "../../../values/address.js";
import type { CheckTexts } from "../../texts/texts.js";
import { useTexts } from "../../texts/use-texts.js";
import { useSession } from "../use-session.js";
import { ClassIcon } from "./ClassIcon.js";

const useStyles = makeStyles({
  row: {
    display: "flex",
    gap: "8px",
    boxSizing: "border-box",
    width: "100%",
    padding: "6px 12px 8px 12px",
    border: "none",
    textAlign: "left",
    fontFamily: "inherit",
    fontSize: "14px",
    lineHeight: "20px",
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
  },
  goes: {
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  icon: { paddingTop: "2px" },
  words: { minWidth: 0, flexGrow: 1 },
  place: {
    display: "flex",
    gap: "6px",
    fontSize: "12px",
    lineHeight: "16px",
    color: tokens.colorNeutralForeground2,
  },
  code: { flexShrink: 0, fontWeight: tokens.fontWeightSemibold },
  label: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", flexGrow: 1 },
  cell: { flexShrink: 0 },
});

interface Props {
  readonly finding: Finding;
  readonly name: FindingClass;
  readonly report: Report;
}

/** One finding: where it is, and its sentence. Choosing it goes to the cell. */
export function FindingRow({ finding, name, report }: Props) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const session = useSession();
  const place = placeOf(finding.place, report.edition, report.info.superior);
  const { address } = place;
  const { code, label } = placeWords(place, texts);
  const content = (
    <>
      <span className={styles.icon}>
        <ClassIcon name={name} />
      </span>
      <span className={styles.words}>
        <span className={styles.place}>
          {code !== "" && <span className={styles.code}>{code}</span>}
          <span className={styles.label}>{label}</span>
          {address !== null && <span className={styles.cell}>{texts.cell(a1(address))}</span>}
        </span>
        <span className="visually-hidden">{texts.classes[name]}: </span>
        {sentenceOf(finding, report.edition)}
      </span>
    </>
  );
  const marks = {
    "data-testid": "finding",
    "data-rule": finding.rule,
    ...(address === null ? {} : { "data-sheet": address.sheet, "data-cell": a1(address) }),
  };
  return (
    <li>
      {address === null ? (
        <div className={styles.row} {...marks}>
          {content}
        </div>
      ) : (
        <button
          type="button"
          className={mergeClasses(styles.row, styles.goes)}
          title={texts.goTo(address.sheet, a1(address))}
          onClick={() => void session.select(address)}
          {...marks}
        >
          {content}
        </button>
      )}
    </li>
  );
}

/** What stands there in the officer's own terms: the row and its label, or the piece of information. */
function placeWords(place: ToldPlace, texts: CheckTexts): { readonly code: string; readonly label: string } {
  switch (place.kind) {
    case "sheet":
      return { code: "", label: place.sheet };
    case "info":
      return { code: "", label: place.label };
    case "table":
      return {
        code: place.row,
        label: place.column === "" ? place.sheet : `${place.sheet}: ${place.column}`,
      };
    case "row":
      // A row without an STT is told by its words: its code is printed nowhere.
      return { code: place.code === "" ? "" : texts.row(place.code), label: place.label };
  }
}
