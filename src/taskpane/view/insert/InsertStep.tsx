import { Button, MessageBar, MessageBarBody, makeStyles, Spinner } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import { useEffect, useMemo, useState } from "react";
import type { PlanFeature } from "../../../hosts/port.js";
import type { ForeignBook } from "../../../jobs/open.js";
import { addsOnlyTables, isComplete } from "../../../jobs/preview.js";
import { loadNextPeriod, loadPlanner } from "../../parts.js";
import { isYear } from "../../session/draft.js";
import { asksFields, makeUp, propose, proposedEdition } from "../../session/proposal.js";
import { useTexts } from "../../texts/use-texts.js";
import type { OwnFormsStage } from "../adopt/stage.js";
import { StepLayout } from "../StepLayout.js";
import { tokens } from "../tokens.js";
import { useLoaded } from "../use-loaded.js";
import { useSession, useSessionState } from "../use-session.js";
import { EditionSource } from "./EditionSource.js";
import { InfoFields } from "./InfoFields.js";
import { Inserted } from "./Inserted.js";
import { KnownInfo } from "./KnownInfo.js";
import { OwnFormsOffer } from "./OwnFormsOffer.js";
import { Preview } from "./Preview.js";
import { Tables } from "./Tables.js";

const useStyles = makeStyles({
  step: { display: "flex", flexDirection: "column", gap: "12px" },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "13px" },
  intro: { margin: 0 },
  action: { alignSelf: "flex-start" },
  aside: {
    margin: "8px -12px 0",
    padding: "8px 4px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface InsertProps {
  readonly mac: boolean;
  /** What the program does not know of what is inserted. */
  readonly lacks: readonly PlanFeature[];
}

/** The first step: the forms, or beside them the work that makes the workbook the next period's. */
export function InsertStep(props: InsertProps) {
  const [turning, setTurning] = useState(false);
  return turning ? (
    <NextPeriod onClose={() => setTurning(false)} />
  ) : (
    <InsertForms {...props} onNextPeriod={() => setTurning(true)} />
  );
}

function NextPeriod({ onClose }: { readonly onClose: () => void }) {
  const loaded = useLoaded(loadNextPeriod);
  if (loaded !== null) return <loaded.NextPeriod onClose={onClose} />;
  return (
    <StepLayout>
      <Spinner size="tiny" />
    </StepLayout>
  );
}

/** What is asked, what would be added, and the one button that writes it. */
function InsertForms({ mac, lacks, onNextPeriod }: InsertProps & { readonly onNextPeriod: () => void }) {
  const styles = useStyles();
  const { insert: texts, tables: tablesTexts, next: nextTexts, adopt: adoptTexts, retry, unmet } = useTexts();
  const session = useSession();
  const book = useSessionState("book");
  const draft = useSessionState("draft");
  const chosen = useSessionState("edition");
  const busy = useSessionState("busy");
  const preview = useSessionState("preview");
  const inserted = useSessionState("inserted");
  const trouble = useSessionState("trouble");
  const askedFor = useSessionState("unmet");
  const [attempt, setAttempt] = useState(0);
  const [ownForms, setOwnForms] = useState<OwnFormsStage>("none");
  /** The button was pressed while the edition was on its way. */
  const [pressed, setPressed] = useState(false);
  const planner = useLoaded(loadPlanner);
  const proposal = useMemo(
    () => (planner === null ? null : propose(planner, { book, edition: chosen, draft })),
    [planner, book, chosen, draft],
  );
  const ready = proposal !== null && busy !== "inserting";
  const standing = makeUp(book);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what would be added does not depend on all that the plan holds
  useEffect(() => {
    if (ready) void session.inspect(proposal.plan);
  }, [session, ready, standing, draft.edition, draft.tables, attempt]);
  useEffect(() => {
    if (!pressed || (proposal === null && trouble === null)) return;
    setPressed(false);
    if (proposal !== null) void session.insert(proposal.plan, proposal.edits);
  }, [session, pressed, proposal, trouble]);
  const edition = proposedEdition({ book, edition: chosen });
  const tryAgain = async () => {
    await session.check();
    setAttempt(attempt + 1);
  };

  if (edition === null && book.kind === "empty" && trouble === null) {
    return (
      <StepLayout>
        <Spinner size="tiny" labelPosition="after" label={texts.preparing} />
      </StepLayout>
    );
  }
  if (book.kind === "foreign") {
    return <Foreign book={book} />;
  }
  if (book.kind === "unread" || edition === null) {
    return (
      <StepLayout>
        <Button className={styles.action} onClick={() => void session.check()} data-testid="retry">
          {retry}
        </Button>
      </StepLayout>
    );
  }
  if (busy === "inserting") {
    return (
      <StepLayout>
        <Inserting />
      </StepLayout>
    );
  }

  const asks = asksFields(book);
  const complete = preview !== null && isComplete(preview);
  const hindered = preview !== null && preview.obstacle !== null;
  const blocked = preview === null || hindered || (asks && !isYear(draft.year));
  const onlyTables = draft.tables !== null && preview !== null && addsOnlyTables(preview);
  const label =
    book.kind === "empty"
      ? texts.insert
      : complete
        ? texts.insertAgain
        : onlyTables
          ? tablesTexts.add
          : texts.addMissing;
  const drafting = ownForms === "drafting" && book.kind === "empty";
  const foot =
    inserted !== null && (preview === null || complete) ? null : (
      <Button
        appearance={complete || (ownForms !== "none" && book.kind === "empty") ? "secondary" : "primary"}
        disabled={blocked || busy !== "none"}
        onClick={() => setPressed(true)}
        data-testid="insert"
      >
        {label}
      </Button>
    );
  const said = preview !== null && (inserted === null || !complete) && (
    <Preview preview={preview} lacks={lacks} />
  );
  return (
    <StepLayout foot={foot}>
      {askedFor !== null && book.kind === "empty" && (
        <MessageBar intent="warning" layout="multiline" data-testid="unmet">
          <MessageBarBody>{unmet[askedFor]}</MessageBarBody>
        </MessageBar>
      )}
      {/* Why the button below is grey is the first thing to read, and what to do about it. */}
      {hindered && said}
      {(hindered || (preview === null && trouble !== null)) && (
        <Button className={styles.action} onClick={() => void tryAgain()} data-testid="retry">
          {retry}
        </Button>
      )}
      {inserted !== null && <Inserted done={inserted} />}
      {book.kind === "empty" && (
        <>
          <OwnFormsOffer mac={mac} onStage={setOwnForms} />
          {!drafting && (
            <p className={styles.intro}>{ownForms === "found" ? adoptTexts.orInsert : texts.intro}</p>
          )}
        </>
      )}
      {!drafting && (
        <>
          {asks ? <InfoFields edition={edition} chooses={book.kind === "empty"} /> : <KnownInfo />}
          {!asks && <EditionSource edition={edition} />}
          <Tables edition={edition} />
          {preview === null && inserted === null && trouble === null && (
            <Spinner size="tiny" labelPosition="after" label={texts.preparing} />
          )}
          {!hindered && said}
          {asks && <p className={styles.hint}>{texts.rest}</p>}
          {book.kind === "forms" && !asks && (
            <div className={styles.aside}>
              <Button
                appearance="subtle"
                icon={<ArrowRightRegular />}
                onClick={onNextPeriod}
                data-testid="next"
              >
                {nextTexts.open}
              </Button>
            </div>
          )}
        </>
      )}
    </StepLayout>
  );
}

const loadForeign = () => import(/* webpackChunkName: "foreign" */ "./ForeignForms.js");

function Foreign({ book }: { readonly book: ForeignBook }) {
  const { insert: texts } = useTexts();
  const loaded = useLoaded(loadForeign);
  const { edition, faults } = book;
  return (
    <StepLayout>
      <MessageBar intent="warning" layout="multiline" data-testid="foreign-edition">
        <MessageBarBody>{texts.foreign(edition, faults !== null)}</MessageBarBody>
      </MessageBar>
      {loaded !== null && <loaded.ForeignForms book={book} />}
    </StepLayout>
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
