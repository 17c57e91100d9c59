import { MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import type { ApplyPreview, PlanFeature } from "../../../hosts/port.js";
import { isComplete, refilledCells } from "../../../jobs/preview.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";

const useStyles = makeStyles({
  box: {
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: "13px",
  },
  line: { margin: "0 0 4px" },
  lacks: { margin: "4px 0 0", color: tokens.colorNeutralForeground2 },
  last: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What the button would write and what it would leave alone, said beforehand. */
export function Preview({
  preview,
  lacks,
}: {
  readonly preview: ApplyPreview;
  readonly lacks: readonly PlanFeature[];
}) {
  const styles = useStyles();
  const { insert: texts, lacks: lacksTexts, fault } = useTexts();
  const { addedSheets, keptSheets, addedNames, lostNames, obstacle } = preview;
  const refilled = refilledCells(preview);
  if (obstacle !== null) {
    return (
      <MessageBar intent="warning" layout="multiline" data-testid="obstacle">
        <MessageBarBody>{fault(obstacle)}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <div className={styles.box} data-testid="preview">
      {isComplete(preview) && <p className={styles.line}>{texts.nothingToAdd}</p>}
      {addedSheets.length > 0 && (
        <p className={styles.line}>
          <strong>{texts.willAdd(addedSheets.length)}</strong> <span lang="vi">{addedSheets.join(", ")}</span>
          .
        </p>
      )}
      {keptSheets.length > 0 && (
        <p className={styles.line}>
          <strong>{texts.alreadyThere(keptSheets.length)}</strong>{" "}
          <span lang="vi">{keptSheets.map(({ name }) => name).join(", ")}</span>.
        </p>
      )}
      {refilled > 0 && <p className={styles.line}>{texts.willFill(refilled)}</p>}
      {addedSheets.length === 0 && addedNames.length > 0 && (
        <p className={styles.line}>{texts.willName(addedNames.length)}</p>
      )}
      {lostNames.length > 0 && <p className={styles.line}>{texts.lost(lostNames.length)}</p>}
      <p className={styles.last}>{texts.kept}</p>
      {addedSheets.length > 0 && lacks.length > 0 && (
        <p className={styles.lacks} data-testid="lacks">
          {lacksTexts(lacks)}
        </p>
      )}
    </div>
  );
}
