import { Button, MessageBar, MessageBarBody, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import { loadPlanner } from "../../parts.js";
import { isYear } from "../../session/draft.js";
import { asksInfo, isComplete, makeUpOf, propose, proposedEdition } from "../../session/proposal.js";
import { useTexts } from "../../texts/use-texts.js";
import { useLoaded } from "../use-loaded.js";
import { useSession, useSessionState } from "../use-session.js";
import { EditionSource } from "./EditionSource.js";
import { InfoFields } from "./InfoFields.js";
import { Inserted } from "./Inserted.js";
import { KnownInfo } from "./KnownInfo.js";
import { Preview } from "./Preview.js";

const useStyles = makeStyles({
  step: { display: "flex", flexDirection: "column", gap: "12px" },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "13px" },
  intro: { margin: 0 },
  action: { alignSelf: "flex-start" },
});

/** The first step: what is asked, what would be added, and the one button that writes it. */
export function InsertStep() {
  const styles = useStyles();
  const { insert: texts, retry } = useTexts();
  const session = useSession();
  const { book, draft, busy, preview, inserted, trouble } = useSessionState();
  const [attempt, setAttempt] = useState(0);
  const planner = useLoaded(loadPlanner);
  const plan = useMemo(
    () => (planner === null ? null : propose(planner, book, draft)),
    [planner, book, draft],
  );
  const ready = plan !== null && busy !== "inserting";
  const makeUp = makeUpOf(book);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what would be added does not depend on all that the plan holds
  useEffect(() => {
    if (ready) void session.inspect(plan);
  }, [session, ready, makeUp, draft.edition, attempt]);
  const edition = proposedEdition(book, draft);
  const tryAgain = async () => {
    await session.check();
    setAttempt(attempt + 1);
  };

  if (book.kind === "unread" || edition === null) {
    return (
      <Button onClick={() => void session.check()} data-testid="retry">
        {retry}
      </Button>
    );
  }
  if (book.kind === "foreign") {
    return (
      <MessageBar intent="warning" layout="multiline" data-testid="foreign-edition">
        <MessageBarBody>{texts.foreign(book.edition)}</MessageBarBody>
      </MessageBar>
    );
  }
  if (busy === "inserting") return <Inserting />;

  const asks = asksInfo(book);
  const complete = preview !== null && isComplete(preview);
  const blocked = preview === null || preview.obstacle !== null || (asks && !isYear(draft.year));
  const label = book.kind === "empty" ? texts.insert : complete ? texts.insertAgain : texts.addMissing;
  return (
    <div className={styles.step}>
      {inserted !== null && <Inserted done={inserted} />}
      {book.kind === "empty" && <p className={styles.intro}>{texts.intro}</p>}
      {asks ? <InfoFields edition={edition} chooses={book.kind === "empty"} /> : <KnownInfo />}
      {!asks && <EditionSource edition={edition} />}
      {preview === null && inserted === null && trouble === null && (
        <Spinner size="tiny" labelPosition="after" label={texts.preparing} />
      )}
      {preview !== null && (inserted === null || !complete) && <Preview preview={preview} />}
      {(preview === null ? trouble !== null : preview.obstacle !== null) && (
        <Button className={styles.action} onClick={() => void tryAgain()} data-testid="retry">
          {retry}
        </Button>
      )}
      {(inserted === null || (preview !== null && !complete)) && (
        <Button
          className={styles.action}
          appearance={complete ? "secondary" : "primary"}
          disabled={blocked || busy !== "none"}
          onClick={() => plan !== null && void session.insert(plan)}
          data-testid="insert"
        >
          {label}
        </Button>
      )}
      {asks && <p className={styles.hint}>{texts.rest}</p>}
    </div>
  );
}

function Inserting() {
  const styles = useStyles();
  const { insert: texts } = useTexts();
  return (
    <div className={styles.step} role="status" data-testid="inserting">
      <Spinner size="small" labelPosition="after" label={texts.inserting} />
      <p className={styles.hint}>{texts.insertingHint}</p>
    </div>
  );
}
