import { makeStyles } from "@fluentui/react-components";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
} from "react";
import { createPortal } from "react-dom";
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

/** The foot of a step, which a part of what scrolls may take for itself. */
interface Foot {
  readonly place: HTMLElement | null;
  /** Puts the step's own foot away. Returns the way back. */
  take(): () => void;
}

const FootContext = createContext<Foot | null>(null);

/** Buttons of a part that scrolls, which stay in view: in the foot of the step, in place of its own. */
export function InFoot({ children }: { readonly children: ReactNode }) {
  const foot = useContext(FootContext);
  const take = foot?.take;
  useLayoutEffect(() => take?.(), [take]);
  if (foot === null) return children;
  return foot.place === null ? null : createPortal(children, foot.place);
}

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
  const [takers, setTakers] = useState(0);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const take = useCallback(() => {
    setTakers((count) => count + 1);
    return () => setTakers((count) => count - 1);
  }, []);
  const lent = useMemo<Foot>(() => ({ place, take }), [place, take]);
  return (
    <div className={styles.step}>
      {top !== null && <div className={styles.top}>{top}</div>}
      <div
        key={part}
        className={styles.scroll}
        {...(label === "" ? {} : { role: "region", tabIndex: 0, "aria-label": label })}
      >
        <FootContext.Provider value={lent}>
          {padded ? <div className={styles.padded}>{children}</div> : children}
        </FootContext.Provider>
      </div>
      {foot !== null && takers === 0 && <div className={styles.foot}>{foot}</div>}
      <div className={styles.foot} ref={setPlace} hidden={takers === 0} />
    </div>
  );
}
