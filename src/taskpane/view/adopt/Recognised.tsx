import { Button, Field, makeStyles, Select } from "@fluentui/react-components";
import { useState } from "react";
import { catalogue } from "../../../forms/catalogue.js";
import { eachIndicator } from "../../../forms/indicators.js";
import { findEdition } from "../../../forms/library.js";
import type { Edition } from "../../../forms/schema.js";
import { proposeAdoption, recogniseForms } from "../../../jobs/adopt.js";
import type { Binding, RecognitionOutcome } from "../../../recognition/recognition.js";
import { draftFromTitles } from "../../session/draft-from-titles.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";
import { useSession, useSessionState } from "../use-session.js";
import { NothingFound } from "./NothingFound.js";
import { RecognisedLists } from "./RecognisedLists.js";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: "16px", fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  hint: { margin: 0, fontSize: "13px", color: tokens.colorNeutralForeground2 },
  select: { minWidth: 0, width: "100%" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** The edition that the workbook's own forms are of, what is certain about them and what is not, and the one button. */
export function Recognised({
  outcome,
  edition,
  onEdition,
  onAgain,
  onDraft,
}: {
  readonly outcome: RecognitionOutcome;
  /** The edition that she chose or made; null while the best one is taken. */
  readonly edition: Edition | null;
  readonly onEdition: (edition: Edition | null) => void;
  readonly onAgain: () => void;
  readonly onDraft: () => void;
}) {
  const styles = useStyles();
  const { adopt: texts } = useTexts();
  const session = useSession();
  const busy = useSessionState("busy");
  const [chosen, setChosen] = useState<ReadonlyMap<string, Binding>>(new Map());
  const recognition = outcome.kind === "recognised" ? outcome.recognition : null;

  const use = async () => {
    if (recognition === null) return;
    // Rows may have moved since the workbook was read.
    const survey = await session.survey();
    if (survey === null) return;
    const now = recogniseForms(survey.snapshot, recognition.edition);
    if (now.kind === "nothing") return onAgain();
    const proposal = proposeAdoption(now.recognition, [...chosen.values()]);
    if (proposal.kind === "unsure") return onAgain();
    const performed = await session.perform(proposal.work);
    if (performed?.kind !== "done") return;
    session.change(draftFromTitles(now.recognition));
    session.show("check");
  };
  const shown = recognition?.edition ?? edition;
  const own = shown === null || findEdition(shown.id) === shown ? null : shown;
  const tie = recognition?.doubts.find((doubt) => doubt.kind === "edition-tie");
  const bound = (recognition?.bindings.length ?? 0) + chosen.size;
  const doubts = recognition?.doubts.filter((doubt) => doubt.kind !== "edition-tie") ?? [];
  return (
    <>
      <h2 className={styles.title}>{texts.found}</h2>
      <Field label={texts.edition}>
        <Select
          className={styles.select}
          value={shown?.id ?? ""}
          onChange={(_, { value }) => {
            setChosen(new Map());
            onEdition(value === own?.id ? own : findEdition(value));
          }}
          data-testid="own-edition"
        >
          {own !== null && <option value={own.id}>{own.name}</option>}
          {catalogue
            .filter(({ id }) => id !== own?.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </Select>
      </Field>
      {tie !== undefined && (
        <p className={styles.text} data-testid="own-tie">
          {texts.tie(tie.ids.map((id) => findEdition(id)?.name ?? id).join("; "))}
        </p>
      )}
      <NothingFound outcome={outcome} onAgain={onAgain} onDraft={onDraft} />
      {recognition !== null && (
        <>
          <p className={styles.text} data-testid="own-counts">
            {texts.counts(bound, [...eachIndicator(recognition.edition)].length, doubts.length)}
          </p>
          <RecognisedLists
            recognition={recognition}
            doubts={doubts}
            chosen={chosen}
            onChoose={(row, binding) => {
              const next = new Map(chosen);
              if (binding === null) next.delete(row);
              else next.set(row, binding);
              setChosen(next);
            }}
          />
          <p className={styles.hint}>{bound > 0 ? texts.means : texts.nothingSure}</p>
          <div className={styles.actions}>
            {bound > 0 && (
              <Button
                appearance="primary"
                disabled={busy !== "none"}
                onClick={() => void use()}
                data-testid="use-own-forms"
              >
                {texts.use}
              </Button>
            )}
            <Button onClick={onAgain} data-testid="recognise-again">
              {texts.again}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
