import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import type { MouseEvent, ReactNode } from "react";
import type { MendItem } from "../../../jobs/mending.js";
import { nameOfRule, sentenceOf } from "../../../jobs/tell-finding.js";
import type { Report } from "../../../report/report.js";
import { a1 } from "../../../values/address.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";
import { NARROW } from "../zoomed.js";
import { ClassIcon } from "./ClassIcon.js";
import { cellOfFinding, placeWords } from "./finding-words.js";

/** The height of every row that is not opened: a list of a thousand is drawn by it. Pixels. */
export const ROW_HEIGHT = 68;

const useStyles = makeStyles({
  row: {
    display: "flex",
    gap: "8px",
    boxSizing: "border-box",
    width: "100%",
    padding: "6px 12px",
    border: "none",
    textAlign: "left",
    fontFamily: "inherit",
    fontSize: "14px",
    lineHeight: "20px",
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  fixed: { height: `${ROW_HEIGHT}px`, overflow: "hidden" },
  inside: { paddingLeft: "28px" },
  icon: { paddingTop: "2px", flexShrink: 0 },
  words: { minWidth: 0, flexGrow: 1 },
  place: {
    display: "flex",
    gap: "6px",
    fontSize: "12px",
    lineHeight: "16px",
    color: tokens.colorNeutralForeground2,
    [NARROW]: { flexWrap: "wrap" },
  },
  code: { flexShrink: 0, fontWeight: tokens.fontWeightSemibold },
  label: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", flexGrow: 1 },
  cell: { flexShrink: 0 },
  clamped: { display: "-webkit-box", WebkitLineClamp: "2", WebkitBoxOrient: "vertical", overflow: "hidden" },
  chevron: { flexShrink: 0, fontSize: "16px", paddingTop: "2px" },
  isNew: {
    flexShrink: 0,
    alignSelf: "flex-start",
    padding: "0 5px",
    borderRadius: "8px",
    fontSize: "12px",
    lineHeight: "16px",
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { outline: "1px solid" },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
});

/** What a control of the list's one Tab stop needs. */
interface RovingControl {
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

/** The button of one row: where the defect is, and its sentence, whole in the row that is worked on. */
export function MendRow({
  item,
  report,
  open,
  inside,
  fixed,
  isNew,
  onPress,
  roving,
}: {
  readonly item: MendItem;
  readonly report: Report;
  /** The row that is worked on is shown whole. */
  readonly open: boolean;
  /** Whether it stands under a group. */
  readonly inside: boolean;
  /** Whether it takes `ROW_HEIGHT` as long as it is not open. */
  readonly fixed: boolean;
  /** Whether the last printed check did not have it. */
  readonly isNew: boolean;
  readonly onPress: () => void;
  readonly roving: RovingControl;
}) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const press = (event: MouseEvent) => {
    event.preventDefault();
    onPress();
  };
  const frame = (
    marks: Readonly<Record<string, string>>,
    icon: ReactNode,
    words: ReactNode,
    title?: string,
  ) => (
    <button
      type="button"
      className={mergeClasses(styles.row, fixed && !open && styles.fixed, inside && styles.inside)}
      title={title}
      onClick={press}
      data-roving=""
      {...roving}
      {...marks}
    >
      {icon}
      {words}
      {isNew && (
        <span className={styles.isNew} data-testid="is-new">
          {texts.isNew}
        </span>
      )}
    </button>
  );
  return item.kind === "finding" ? (
    <FindingWords item={item} report={report} open={open} frame={frame} />
  ) : (
    <GroupWords item={item} open={open} frame={frame} />
  );
}

type Frame = (
  marks: Readonly<Record<string, string>>,
  icon: ReactNode,
  words: ReactNode,
  title?: string,
) => ReactNode;

function FindingWords({
  item: { finding, name },
  report,
  open,
  frame,
}: {
  readonly item: Extract<MendItem, { kind: "finding" }>;
  readonly report: Report;
  readonly open: boolean;
  readonly frame: Frame;
}) {
  const styles = useStyles();
  const all = useTexts();
  const { check: texts, wording } = all;
  const address = cellOfFinding(finding);
  const { code, label } = placeWords(finding.place, report, all);
  const marks = {
    "data-testid": "finding",
    "data-rule": finding.rule,
    ...(address === null ? {} : { "data-sheet": address.sheet, "data-cell": a1(address) }),
  };
  return frame(
    marks,
    <span className={styles.icon}>
      <ClassIcon name={name} />
    </span>,
    <span className={styles.words}>
      <span className={styles.place}>
        {code !== "" && <span className={styles.code}>{code}</span>}
        <span className={open ? undefined : styles.label} lang="vi">
          {label}
        </span>
        {address !== null && <span className={styles.cell}>{texts.cell(a1(address))}</span>}
      </span>
      <span className="visually-hidden">{texts.classes[name]}: </span>
      <span className={open ? undefined : styles.clamped}>
        {sentenceOf(finding, report.edition, wording)}
      </span>
    </span>,
    address === null ? undefined : texts.goTo(address.sheet, a1(address)),
  );
}

function GroupWords({
  item,
  open,
  frame,
}: {
  readonly item: Extract<MendItem, { kind: "group" }>;
  readonly open: boolean;
  readonly frame: Frame;
}) {
  const styles = useStyles();
  const { check: texts, wording } = useTexts();
  const { name, rule, form, findings } = item;
  const Chevron = open ? ChevronDownRegular : ChevronRightRegular;
  const where = form === null ? "" : texts.form(form);
  return frame(
    { "data-testid": "finding-group", "data-rule": rule, "aria-expanded": String(open) },
    <span className={styles.icon}>
      <ClassIcon name={name} />
    </span>,
    <>
      <span className={styles.words}>
        {where !== "" && (
          <span className={styles.place}>
            <span className={styles.code}>{where}</span>
          </span>
        )}
        <span className="visually-hidden">{texts.classes[name]}: </span>
        <span className={styles.title}>{texts.group(nameOfRule(rule, wording), findings.length)}</span>
      </span>
      <Chevron className={styles.chevron} aria-hidden="true" />
    </>,
  );
}
