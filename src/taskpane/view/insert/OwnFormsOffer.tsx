import { useEffect, useState } from "react";
import type { WorkbookSnapshot } from "../../../workbook/snapshot.js";
import { loadOwnForms } from "../../parts.js";
import { isBlank } from "../../session/proposal.js";
import { useLoaded } from "../use-loaded.js";
import { useSession, useSessionState } from "../use-session.js";

/** Looks whether a workbook without forms of ours has others; for a blank one nothing more is loaded. */
export function OwnFormsOffer({
  mac,
  onFound,
}: {
  readonly mac: boolean;
  readonly onFound: (found: boolean) => void;
}) {
  const session = useSession();
  const { book } = useSessionState();
  const [attempt, setAttempt] = useState(0);
  const [snapshot, setSnapshot] = useState<WorkbookSnapshot | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt, or a sheet that came or went, reads again
  useEffect(() => {
    let wanted = true;
    void session.survey().then((read) => {
      if (wanted) setSnapshot(read);
    });
    return () => {
      wanted = false;
    };
  }, [session, book, attempt]);
  if (snapshot === null || isBlank(snapshot)) return null;
  return <Late snapshot={snapshot} mac={mac} onAgain={() => setAttempt(attempt + 1)} onFound={onFound} />;
}

function Late(props: {
  readonly snapshot: WorkbookSnapshot;
  readonly mac: boolean;
  readonly onAgain: () => void;
  readonly onFound: (found: boolean) => void;
}) {
  const loaded = useLoaded(loadOwnForms);
  return loaded === null ? null : <loaded.OwnForms {...props} />;
}
