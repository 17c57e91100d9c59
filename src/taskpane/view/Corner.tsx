import { makeStyles } from "@fluentui/react-components";
import type { Ref } from "react";
import { useLanguageSwitch, useTexts } from "../texts/use-texts.js";
import { tokens } from "./tokens.js";

const useStyles = makeStyles({
  corner: { position: "absolute", top: 0, right: "4px", display: "flex" },
  button: {
    minWidth: "26px",
    height: "34px",
    padding: "2px 2px",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: "12px",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground2Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

/**
 * What is pressed seldom: the other language, named in it, and the help of the step. It stands in the
 * upper corner and comes last for the Tab key, so that a finding is two Tabs nearer.
 */
export function Corner({
  helping,
  onHelp,
  helpRef,
}: {
  /** Whether the step that is shown is being explained. */
  readonly helping: boolean;
  readonly onHelp: () => void;
  readonly helpRef: Ref<HTMLButtonElement>;
}) {
  const styles = useStyles();
  const { other, help } = useTexts();
  const change = useLanguageSwitch();
  return (
    <div className={styles.corner}>
      {change !== null && (
        <button
          type="button"
          className={styles.button}
          lang={other.language}
          title={other.label}
          aria-label={other.label}
          onClick={() => change(other.language)}
          data-testid="language"
        >
          {other.short}
        </button>
      )}
      <button
        ref={helpRef}
        type="button"
        className={styles.button}
        title={help.open}
        aria-label={help.open}
        aria-pressed={helping}
        onClick={onHelp}
        data-testid="open-help"
      >
        ?
      </button>
    </div>
  );
}
