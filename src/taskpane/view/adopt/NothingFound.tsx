import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { RecognitionOutcome } from "../../../recognition/recognition.js";
import { useTexts } from "../../texts/use-texts.js";

const useStyles = makeStyles({
  text: { margin: 0, fontSize: "13px", color: tokens.colorNeutralForeground2 },
  link: { fontSize: "13px" },
});

/** What was looked for and where, when no form was recognised. */
export function NothingFound({
  outcome,
  onAgain,
}: {
  readonly outcome: RecognitionOutcome;
  readonly onAgain: () => void;
}) {
  const styles = useStyles();
  const { adopt: texts } = useTexts();
  if (outcome.kind === "recognised") return null;
  return (
    <p className={styles.text} data-testid="nothing-recognised">
      {texts.nothing(outcome.sheets, outcome.tables)}{" "}
      <Link as="button" inline className={styles.link} onClick={onAgain} data-testid="recognise-again">
        {texts.again}
      </Link>
    </p>
  );
}
