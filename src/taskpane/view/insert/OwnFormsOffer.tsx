import { useEffect, useState } from "react";
import type { Survey } from "../../../jobs/survey.js";
import type { WorkbookSnapshot } from "../../../workbook/snapshot.js";
import { loadOwnForms } from "../../parts.js";
import type { OwnFormsStage } from "../adopt/stage.js";
import { useLoaded } from "../use-loaded.js";
import { useSession, useSessionState } from "../use-session.js";

/** Looks whether a workbook without forms of ours has others; for a blank one nothing more is loaded. */
export function OwnFormsOffer({
  mac,
  onStage,
}: {
  readonly mac: boolean;
  readonly onStage: (stage: OwnFormsStage) => void;
}) {
  const session = useSession();
  const book = useSessionState("book");
  const [attempt, setAttempt] = useState(0);
  const [survey, setSurvey] = useState<Survey | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt, or a sheet that came or went, reads again
  useEffect(() => {
    let wanted = true;
    void session.survey().then((read) => {
      if (wanted) setSurvey(read);
    });
    return () => {
      wanted = false;
    };
  }, [session, book, attempt]);
  if (survey === null || survey.blank) return null;
  return (
    <Late snapshot={survey.snapshot} mac={mac} onAgain={() => setAttempt(attempt + 1)} onStage={onStage} />
  );
}

function Late(props: {
  readonly snapshot: WorkbookSnapshot;
  readonly mac: boolean;
  readonly onAgain: () => void;
  readonly onStage: (stage: OwnFormsStage) => void;
}) {
  const loaded = useLoaded(loadOwnForms);
  return loaded === null ? null : <loaded.OwnForms {...props} />;
}
