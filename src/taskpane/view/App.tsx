import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { PlanFeature } from "../../hosts/port.js";
import type { Step } from "../session/state.js";
import { useTexts } from "../texts/use-texts.js";
import { CheckStep } from "./check/CheckStep.js";
import { InsertStep } from "./insert/InsertStep.js";
import { ReportStep } from "./report/ReportStep.js";
import { Steps } from "./Steps.js";
import { TroubleBar } from "./TroubleBar.js";
import { useSession, useSessionState } from "./use-session.js";

const useStyles = makeStyles({
  root: { height: "100%", display: "flex", flexDirection: "column", minWidth: 0 },
  opening: { padding: "32px 12px" },
  lacks: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px" },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    overflowX: "hidden",
    padding: "12px",
    overflowWrap: "anywhere",
    ":focus": { outlineStyle: "none" },
    color: tokens.colorNeutralForeground1,
  },
});

/** The whole pane: the steps on top, under them what went wrong, then the step's own screen. */
export function App({
  step: asked,
  mac,
  lacks,
}: {
  readonly step: Step | null;
  readonly mac: boolean;
  readonly lacks: readonly PlanFeature[];
}) {
  const styles = useStyles();
  const texts = useTexts();
  const session = useSession();
  const { phase, step } = useSessionState();
  const body = useRef<HTMLElement>(null);
  useEffect(() => {
    void session.open(asked);
  }, [session, asked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step starts at its top
  useEffect(() => {
    if (body.current !== null) body.current.scrollTop = 0;
  }, [step]);

  if (phase === "opening") {
    return (
      <main className={styles.opening} data-testid="opening">
        <Spinner size="small" label={texts.opening} />
      </main>
    );
  }
  return (
    <div className={styles.root} data-testid="pane">
      <Steps />
      <main className={styles.body} ref={body} tabIndex={-1} data-testid={`screen-${step}`}>
        <TroubleBar />
        {step === "insert" && <InsertStep mac={mac} />}
        {step === "insert" && lacks.length > 0 && (
          <p className={styles.lacks} data-testid="lacks">
            {texts.lacks(lacks)}
          </p>
        )}
        {step === "check" && <CheckStep />}
        {step === "report" && <ReportStep mac={mac} />}
      </main>
    </div>
  );
}
