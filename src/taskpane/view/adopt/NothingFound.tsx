import { Button, Link, makeStyles } from "@fluentui/react-components";
import type { RecognitionOutcome } from "../../../recognition/recognition.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";
import { useDraftTexts } from "./draft-texts.js";

const useStyles = makeStyles({
  text: { margin: 0, fontSize: "13px", color: tokens.colorNeutralForeground2 },
  link: { fontSize: "13px" },
  make: { marginTop: "8px" },
});

/** What was looked for and where, when no form was recognised. */
export function NothingFound({
  outcome,
  onAgain,
  onDraft,
}: {
  readonly outcome: RecognitionOutcome;
  readonly onAgain: () => void;
  /** Makes a set of forms from the tables that fit none. */
  readonly onDraft: () => void;
}) {
  const styles = useStyles();
  const { adopt: texts } = useTexts();
  const draftTexts = useDraftTexts();
  if (outcome.kind === "recognised") return null;
  return (
    <div data-testid="nothing-recognised">
      <p className={styles.text}>
        {texts.nothing(outcome.sheets, outcome.blocks)}{" "}
        <Link as="button" inline className={styles.link} onClick={onAgain} data-testid="recognise-again">
          {texts.again}
        </Link>
      </p>
      {outcome.blocks > 0 && (
        <Button className={styles.make} size="small" onClick={onDraft} data-testid="make-draft">
          {draftTexts.open}
        </Button>
      )}
    </div>
  );
}
