import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type Counts, type FindingClass, findingClasses } from "../../../jobs/group-findings.js";
import { useTexts } from "../../texts/use-texts.js";
import { ClassIcon } from "./ClassIcon.js";

const useStyles = makeStyles({
  counters: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(66px, 1fr))", gap: "6px" },
  counter: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    padding: "4px 2px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "12px",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    "@media (forced-colors: active)": { outline: "2px solid Highlight" },
  },
  number: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    fontSize: "16px",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
});

/** How many findings of each class; pressing one shows that class alone, pressing it again all. */
export function Counters({
  counts,
  wanted,
  onWant,
}: {
  readonly counts: Counts;
  readonly wanted: FindingClass | null;
  readonly onWant: (wanted: FindingClass | null) => void;
}) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a visible legend
    <div className={styles.counters} role="group" aria-label={texts.filter}>
      {findingClasses.map((name) => (
        <button
          key={name}
          type="button"
          className={mergeClasses(styles.counter, wanted === name && styles.pressed)}
          aria-pressed={wanted === name}
          onClick={() => onWant(wanted === name ? null : name)}
          data-testid={`count-${name}`}
        >
          <span className={styles.number}>
            <ClassIcon name={name} />
            {counts[name]}
          </span>
          {texts.classes[name]}
        </button>
      ))}
    </div>
  );
}
