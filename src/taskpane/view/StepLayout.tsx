import { makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { tokens } from "./tokens.js";
import { LOW } from "./zoomed.js";

const useStyles = makeStyles({
  step: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0, [LOW]: { height: "auto" } },
  top: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  // Hidden texts for readers stand out of the flow: without a place here they would lengthen the page.
  scroll: {
    position: "relative",
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    overflowX: "hidden",
    [LOW]: { overflowY: "visible", overflowX: "visible" },
  },
  padded: { display: "flex", flexDirection: "column", gap: "10px", padding: "10px 12px" },
  foot: {
    flexShrink: 0,
    padding: "6px 12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/**
 * A step's screen in the 340 pixels that a laptop leaves it: a line on top and the step's button at
 * the bottom stay in view, what is between them scrolls.
 */
export function StepLayout({
  top = null,
  foot = null,
  padded = true,
  part = "",
  label = "",
  children,
}: {
  readonly top?: ReactNode;
  readonly foot?: ReactNode;
  readonly padded?: boolean;
  /** What is scrolled; another one begins at its top. */
  readonly part?: string;
  /** Name of what is scrolled, where nothing in it takes the keyboard: it is a Tab stop itself then. */
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.step}>
      {top !== null && <div className={styles.top}>{top}</div>}
      <div
        key={part}
        className={styles.scroll}
        {...(label === "" ? {} : { role: "region", tabIndex: 0, "aria-label": label })}
      >
        {padded ? <div className={styles.padded}>{children}</div> : children}
      </div>
      {foot !== null && <div className={styles.foot}>{foot}</div>}
    </div>
  );
}
