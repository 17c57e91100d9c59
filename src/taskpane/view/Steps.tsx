import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";
import { toldCounts } from "../../jobs/mending.js";
import { steps } from "../session/state.js";
import { useTexts } from "../texts/use-texts.js";
import { tokens } from "./tokens.js";
import { useSession, useSessionState } from "./use-session.js";
import { useTold } from "./use-told.js";
import { NARROW } from "./zoomed.js";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexShrink: 0,
    // The corner is taken.
    padding: "0 60px 0 4px",
    // Google's sidebar of 300 px leaves the steps no room between them.
    "@media (max-width: 310px)": { padding: "0 54px 0 2px" },
    [NARROW]: { paddingLeft: 0, paddingRight: "56px" },
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { display: "flex", flexGrow: 1, minWidth: 0, margin: 0 },
  step: {
    flexGrow: 1,
    flexBasis: "auto",
    minWidth: 0,
    [NARROW]: { minWidth: "24px" },
    minHeight: "34px",
    padding: "2px 2px",
    border: "none",
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: "14px",
    // One line in Google's sidebar of 300 px too, the count of errors beside the second.
    "@media (max-width: 340px)": { fontSize: "12px", padding: "2px 0" },
    // And with hundreds of errors at the width that a laptop leaves.
    "@media (min-width: 341px) and (max-width: 366px)": { fontSize: "13px" },
    "@media (min-width: 261px) and (max-width: 366px)": { whiteSpace: "nowrap" },
    cursor: "pointer",
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
    ":hover": { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground2Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  // At a zoom of 200 % there is room for the words of the step that is shown, and for them in two lines.
  short: {
    [NARROW]: {
      position: "absolute",
      width: "1px",
      height: "1px",
      overflow: "hidden",
      clipPath: "inset(50%)",
    },
  },
  current: {
    [NARROW]: { whiteSpace: "normal", lineHeight: "14px" },
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
  errors: {
    display: "inline-block",
    minWidth: "18px",
    marginLeft: "4px",
    padding: "0 4px",
    boxSizing: "border-box",
    borderRadius: "9px",
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: "12px",
    lineHeight: "18px",
    fontWeight: tokens.fontWeightSemibold,
    "@media (max-width: 310px)": {
      minWidth: "14px",
      marginLeft: "2px",
      padding: "0 3px",
      fontSize: "11px",
      lineHeight: "15px",
    },
    "@media (forced-colors: active)": { outline: "1px solid" },
  },
});

/** The three steps in the order of the work; the errors still open stand beside the second. */
export function Steps() {
  const styles = useStyles();
  const texts = useTexts();
  const session = useSession();
  const current = useSessionState("step");
  const errors = toldCounts(useTold()).error;
  /** One Tab stop: the arrow keys go to the step beside, and show it. */
  const roving = (event: KeyboardEvent<HTMLElement>) => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = move === undefined ? undefined : steps[steps.indexOf(current) + move];
    if (next === undefined) return;
    event.preventDefault();
    const tab = event.currentTarget.querySelector<HTMLElement>(`#step-${next}`);
    // Tabbable before it has the focus: Excel on the web loses the keyboard otherwise.
    if (tab !== null) tab.tabIndex = 0;
    tab?.focus();
    session.show(next);
  };
  return (
    <div className={styles.bar}>
      <div className={styles.list} role="tablist" aria-label={texts.stepsLabel} onKeyDown={roving}>
        {steps.map((step, index) => (
          <button
            key={step}
            id={`step-${step}`}
            type="button"
            role="tab"
            className={mergeClasses(styles.step, step === current && styles.current)}
            aria-selected={step === current}
            aria-controls="screen"
            tabIndex={step === current ? 0 : -1}
            onClick={() => session.show(step)}
            data-testid={`step-${step}`}
          >
            {index + 1}.{" "}
            <span className={step === current ? undefined : styles.short}>{texts.steps[step]}</span>
            {step === "check" && errors > 0 && (
              <span className={styles.errors}>
                {errors}
                <span className="visually-hidden"> {texts.check.classes.error}</span>
              </span>
            )}
          </button>
        ))}
      </div>
    </div>
  );
}
