import { Button, makeStyles, mergeClasses, Spinner } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { PlanFeature } from "../../hosts/port.js";
import type { Step } from "../session/state.js";
import { useTexts } from "../texts/use-texts.js";
import type { Windows } from "../wide/open-wide.js";
import { Corner } from "./Corner.js";
import { Steps } from "./Steps.js";
import { loadCheckStep, loadInsertStep, loadReportStep, loadStepHelp } from "./step-parts.js";
import { TroubleBar } from "./TroubleBar.js";
import { tokens } from "./tokens.js";
import { useFocusNet } from "./use-focus-net.js";
import { useLoaded } from "./use-loaded.js";
import { useSession, useSessionState } from "./use-session.js";
import { LOW } from "./zoomed.js";

const useStyles = makeStyles({
  root: {
    position: "relative",
    height: "100%",
    display: "flex",
    flexDirection: "column",
    minWidth: 0,
    [LOW]: { height: "auto" },
  },
  opening: { padding: "32px 12px" },
  body: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minHeight: 0,
    overflow: "hidden",
    [LOW]: { overflow: "visible" },
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground1,
  },
  screen: { flexGrow: 1, minHeight: 0 },
  covered: { display: "none" },
});

/** The whole pane: the steps on top, under them what went wrong, then the step's own screen. */
export function App({
  step: asked,
  mac,
  windows,
  lacks,
}: {
  readonly step: Step | null;
  readonly mac: boolean;
  readonly windows: Windows | null;
  readonly lacks: readonly PlanFeature[];
}) {
  const styles = useStyles();
  const texts = useTexts();
  const session = useSession();
  const phase = useSessionState("phase");
  const step = useSessionState("step");
  const [explained, setExplained] = useState<Step | null>(null);
  const helping = explained === step;
  const helpButton = useRef<HTMLButtonElement>(null);
  const closeHelp = () => {
    setExplained(null);
    helpButton.current?.focus();
  };
  useEffect(() => {
    void session.open(asked);
  }, [session, asked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another step, its button may be gone
  useEffect(() => {
    const lost = document.hasFocus() && document.activeElement === document.body;
    if (lost) document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  }, [step]);
  const root = useRef<HTMLDivElement>(null);
  useFocusNet(root, phase);

  if (phase === "opening") {
    return (
      <main className={styles.opening} data-testid="opening">
        <Spinner size="small" label={texts.opening} />
      </main>
    );
  }
  return (
    <div className={styles.root} ref={root} data-testid="pane">
      <Steps />
      <main className={styles.body} data-testid={`screen-${step}`}>
        <TroubleBar />
        {helping && (
          <div className={styles.screen}>
            <Help step={step} onClose={closeHelp} />
          </div>
        )}
        <div
          className={mergeClasses(styles.screen, helping && styles.covered)}
          role="tabpanel"
          id="screen"
          aria-labelledby={`step-${step}`}
        >
          {step === "insert" && <Insert mac={mac} lacks={lacks} />}
          {step === "check" && <Check />}
          {step === "report" && <Report mac={mac} windows={windows} />}
        </div>
      </main>
      <Corner
        helping={helping}
        onHelp={() => (helping ? closeHelp() : setExplained(step))}
        helpRef={helpButton}
      />
    </div>
  );
}

/* A workbook is opened for one step: the other two come when they are wanted. */

function Insert(props: { readonly mac: boolean; readonly lacks: readonly PlanFeature[] }) {
  const loaded = useLoaded(loadInsertStep);
  return loaded === null ? <Loading /> : <loaded.InsertStep {...props} />;
}

function Check() {
  const loaded = useLoaded(loadCheckStep);
  return loaded === null ? <Loading /> : <loaded.CheckStep />;
}

function Report({ mac, windows }: { readonly mac: boolean; readonly windows: Windows | null }) {
  const loaded = useLoaded(loadReportStep);
  return loaded === null ? <Loading /> : <loaded.ReportStep mac={mac} windows={windows} />;
}

function Help(props: { readonly step: Step; readonly onClose: () => void }) {
  const loaded = useLoaded(loadStepHelp);
  return loaded === null ? <Loading /> : <loaded.StepHelp {...props} />;
}

function Loading() {
  const styles = useStyles();
  const texts = useTexts();
  const trouble = useSessionState("trouble");
  const again = useSessionState("again");
  return (
    <div className={styles.opening} data-testid="loading-step">
      {again === null ? (
        <Spinner size="tiny" label={texts.loadingStep} />
      ) : (
        // Nothing is on its way. Where that is told above, the button stands there.
        trouble === null && <Button onClick={again}>{texts.retry}</Button>
      )}
    </div>
  );
}
