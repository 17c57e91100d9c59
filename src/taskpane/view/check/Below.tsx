import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { CheckedForms } from "../../../jobs/check.js";
import type { FindingGroup } from "../../../jobs/group-findings.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";
import { useSession, useSessionState } from "../use-session.js";
import { LateCharts } from "./charts/LateCharts.js";
import { Marks } from "./Marks.js";
import { Progress } from "./Progress.js";

const useStyles = makeStyles({
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  padded: { padding: "8px 12px" },
  charts: { padding: "0 12px" },
});

/** What stands below the list: marks on the sheets, how far each form is filled, charts, the printed check. */
export function Below({
  book,
  groups,
}: {
  readonly book: CheckedForms;
  readonly groups: readonly FindingGroup[];
}) {
  const styles = useStyles();
  return (
    <>
      <Marks book={book} />
      <Progress groups={groups} />
      <div className={styles.charts}>
        <LateCharts book={book} />
      </div>
      <PrintCheck />
    </>
  );
}

/** Makes the sheet of findings that is printed and signed. */
function PrintCheck() {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const session = useSession();
  const busy = useSessionState("busy");
  const [made, setMade] = useState<{ readonly sheet: string; readonly beside: boolean } | null>(null);
  return (
    <div className={styles.padded}>
      <Button
        size="small"
        disabledFocusable={busy !== "none"}
        onClick={() => void session.printCheck().then(setMade)}
        data-testid="print-check"
      >
        {texts.printCheck}
      </Button>
      {made !== null && (
        <p className={styles.hint} role="status" data-testid="printed-check">
          {texts.printedCheck(made.sheet, made.beside)}
        </p>
      )}
    </div>
  );
}
