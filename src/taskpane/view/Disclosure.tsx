import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import type { ReactNode } from "react";
import { tokens } from "./tokens.js";

const useStyles = makeStyles({
  title: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    width: "100%",
    minHeight: "36px",
    padding: "6px 12px",
    border: "none",
    textAlign: "left",
    fontFamily: "inherit",
    fontSize: "14px",
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  group: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  part: { color: tokens.colorNeutralForeground2, fontSize: "13px" },
  chevron: { flexShrink: 0, fontSize: "16px" },
  words: { flexGrow: 1, minWidth: 0 },
  heading: { margin: 0, font: "inherit" },
});

/** A title that opens and closes what stands under it. `group` is a form, `part` something inside one. */
export function Disclosure({
  id,
  open,
  onToggle,
  title,
  level,
  children,
}: {
  readonly id: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly title: ReactNode;
  readonly level: "group" | "part";
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const Chevron = open ? ChevronDownRegular : ChevronRightRegular;
  const button = (
    <button
      type="button"
      className={mergeClasses(styles.title, styles[level])}
      aria-expanded={open}
      aria-controls={`${id}-content`}
      onClick={onToggle}
      data-testid={`toggle-${id}`}
    >
      <Chevron className={styles.chevron} aria-hidden="true" />
      <span className={styles.words}>{title}</span>
    </button>
  );
  return (
    <section data-testid={`group-${id}`}>
      {level === "group" ? (
        <h2 className={styles.heading}>{button}</h2>
      ) : (
        <h3 className={styles.heading}>{button}</h3>
      )}
      <div id={`${id}-content`} hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
