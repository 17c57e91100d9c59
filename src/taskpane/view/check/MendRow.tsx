import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { memo, type ReactNode } from "react";
import type { Edition } from "../../../forms/schema.js";
import type { FindingClass } from "../../../jobs/group-findings.js";
import type { MendItem } from "../../../jobs/mending.js";
import { nameOfRule, sentenceOf } from "../../../jobs/tell-finding.js";
import type { Finding, RuleId } from "../../../rules/finding.js";
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
  openLabel: { flexGrow: 1 },
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

/** One row of the list. */
export interface Row {
  readonly key: string;
  readonly item: MendItem;
  /** Whether it stands under a group. */
  readonly inside: boolean;
}

/** What a row's button is beside its words. */
interface Frame {
  /** The row that is worked on is the list's one Tab stop. */
  readonly isCurrent: boolean;
  readonly inside: boolean;
  /** Whether it takes `ROW_HEIGHT` as long as it is not open. */
  readonly fixed: boolean;
  /** Whether the last printed check did not have it. */
  readonly isNew: boolean;
  /** With the finding of the row; null for a group. */
  readonly onPress: (key: string, finding: Finding | null) => void;
  readonly onFocused: (key: string) => void;
}

/**
 * The button of one row: where the defect is, and its sentence, whole in the row that is worked on. Drawn
 * again only when something of it is another.
 */
export function MendRow({
  row: { key, item, inside },
  edition,
  superior,
  unfolded,
  ...frame
}: Omit<Frame, "inside"> & {
  readonly row: Row;
  readonly edition: Edition;
  /** Whom labels name. */
  readonly superior: string;
  /** Whether the findings of a group are shown below it. */
  readonly unfolded: boolean;
}) {
  if (item.kind === "finding") {
    const { finding, name } = item;
    return <FindingRow rowKey={key} {...{ finding, name, edition, superior, inside }} {...frame} />;
  }
  const { name, rule, form, findings } = item;
  return (
    <GroupRow rowKey={key} {...{ name, rule, form, unfolded, inside }} count={findings.length} {...frame} />
  );
}

const FindingRow = memo(function FindingRow({
  rowKey,
  finding,
  name,
  edition,
  superior,
  ...frame
}: Frame & {
  readonly rowKey: string;
  readonly finding: Finding;
  readonly name: FindingClass;
  readonly edition: Edition;
  readonly superior: string;
}) {
  const styles = useStyles();
  const all = useTexts();
  const { check: texts, wording } = all;
  const open = frame.isCurrent;
  const address = cellOfFinding(finding);
  const { code, label } = placeWords(finding.place, edition, superior, all);
  return (
    <RowButton
      {...frame}
      open={open}
      onPressed={() => frame.onPress(rowKey, finding)}
      onFocus={() => frame.onFocused(rowKey)}
      marks={{
        "data-testid": "finding",
        "data-rule": finding.rule,
        ...(address === null ? {} : { "data-sheet": address.sheet, "data-cell": a1(address) }),
      }}
      title={address === null ? undefined : texts.goTo(address.sheet, a1(address))}
    >
      <span className={styles.icon}>
        <ClassIcon name={name} />
      </span>
      <span className={styles.words}>
        <span className={styles.place}>
          {code !== "" && <span className={styles.code}>{code}</span>}
          <span className={open ? styles.openLabel : styles.label} lang="vi">
            {label}
          </span>
          {address !== null && <span className={styles.cell}>{texts.cell(a1(address))}</span>}
        </span>
        <span className="visually-hidden">{texts.classes[name]}: </span>
        <span className={open ? undefined : styles.clamped}>{sentenceOf(finding, edition, wording)}</span>
      </span>
    </RowButton>
  );
});

const GroupRow = memo(function GroupRow({
  rowKey,
  name,
  rule,
  form,
  count,
  unfolded,
  ...frame
}: Frame & {
  readonly rowKey: string;
  readonly name: FindingClass;
  readonly rule: RuleId;
  readonly form: number | null;
  /** Findings in it. */
  readonly count: number;
  readonly unfolded: boolean;
}) {
  const styles = useStyles();
  const { check: texts, wording } = useTexts();
  const Chevron = unfolded ? ChevronDownRegular : ChevronRightRegular;
  const where = form === null ? "" : texts.form(form);
  return (
    <RowButton
      {...frame}
      open={unfolded}
      onPressed={() => frame.onPress(rowKey, null)}
      onFocus={() => frame.onFocused(rowKey)}
      marks={{ "data-testid": "finding-group", "data-rule": rule, "aria-expanded": String(unfolded) }}
    >
      <span className={styles.icon}>
        <ClassIcon name={name} />
      </span>
      <span className={styles.words}>
        {where !== "" && (
          <span className={styles.place}>
            <span className={styles.code}>{where}</span>
          </span>
        )}
        <span className="visually-hidden">{texts.classes[name]}: </span>
        <span className={styles.title}>{texts.group(nameOfRule(rule, wording), count)}</span>
      </span>
      <Chevron className={styles.chevron} aria-hidden="true" />
    </RowButton>
  );
});

/** A row is shown whole where it is open, and otherwise in as many lines as its height has. */
function RowButton({
  isCurrent,
  open,
  inside,
  fixed,
  isNew,
  onPressed,
  onFocus,
  marks,
  title,
  children,
}: Omit<Frame, "onPress" | "onFocused"> & {
  readonly open: boolean;
  readonly onPressed: () => void;
  readonly onFocus: () => void;
  readonly marks: Readonly<Record<string, string>>;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  return (
    <button
      type="button"
      className={mergeClasses(styles.row, fixed && !open && styles.fixed, inside && styles.inside)}
      title={title}
      onClick={(event) => {
        event.preventDefault();
        onPressed();
      }}
      data-roving=""
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
      {...marks}
    >
      {children}
      {isNew && (
        <span className={styles.isNew} data-testid="is-new">
          {texts.isNew}
        </span>
      )}
    </button>
  );
}
