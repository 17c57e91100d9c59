import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { ReportView } from "../../report/report-view.js";
import { tokens } from "../tokens.js";
import { useRoving } from "../use-roving.js";
import { useReportTexts } from "./use-report-texts.js";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "2px", padding: "2px 6px" },
  view: {
    minHeight: "28px",
    padding: "0 4px",
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "13px",
    whiteSpace: "nowrap",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    "@media (forced-colors: active)": { outline: "2px solid Highlight" },
  },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
});

/** The report itself, and what there is to decide about it, each with its count: one stop of the Tab key. */
export function ReportViews({
  counts,
  current,
  onChange,
}: {
  /** What each view holds; those that hold nothing are not offered. */
  readonly counts: readonly (readonly [view: ReportView, count: number])[];
  readonly current: ReportView;
  readonly onChange: (view: ReportView) => void;
}) {
  const styles = useStyles();
  const texts = useReportTexts();
  const offered = counts.filter(([view, count]) => view === "read" || view === current || count > 0);
  const roving = useRoving(offered.length);
  return (
    <div className={styles.line} role="toolbar" aria-label={texts.viewsLabel} onKeyDown={roving.onKeyDown}>
      {offered.map(([view, count], position) => (
        <button
          key={view}
          type="button"
          className={mergeClasses(styles.view, view === current && styles.pressed)}
          aria-pressed={view === current}
          onClick={() => onChange(view)}
          data-testid={`view-${view}`}
          {...roving.control(position)}
        >
          {texts.views[view]}
          {view !== "read" && <span className={styles.count}> {count}</span>}
        </button>
      ))}
    </div>
  );
}
