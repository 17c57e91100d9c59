import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import {
  countFindings,
  type FindingClass,
  findingClasses,
  groupFindings,
  groupKey,
} from "../../../jobs/group-findings.js";
import { useTexts } from "../../texts/use-texts.js";
import { useSession, useSessionState } from "../use-session.js";
import { Counters } from "./Counters.js";
import { FindingGroupView } from "./FindingGroupView.js";
import { WatchBar } from "./WatchBar.js";

const useStyles = makeStyles({
  step: { display: "flex", flexDirection: "column", gap: "10px" },
  groups: { display: "flex", flexDirection: "column", margin: "0 -12px" },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  action: { alignSelf: "flex-start" },
});

/** The second step: what the rules say about the figures, form by form, as it is now. */
export function CheckStep() {
  const styles = useStyles();
  const { check: texts, insert: insertTexts } = useTexts();
  const session = useSession();
  const { book } = useSessionState();
  const [wanted, setWanted] = useState<FindingClass | null>(null);
  const judgement = book.kind === "forms" ? book.judgement : null;
  const groups = useMemo(() => (judgement === null ? [] : groupFindings(judgement)), [judgement]);

  if (judgement === null) {
    return (
      <div className={styles.step} data-testid="no-forms">
        <p className={styles.hint}>
          {book.kind === "foreign" ? insertTexts.foreign(book.edition) : texts.noForms}
        </p>
        {book.kind !== "foreign" && (
          <Button className={styles.action} appearance="primary" onClick={() => session.show("insert")}>
            {texts.toInsert}
          </Button>
        )}
      </div>
    );
  }
  const counts = countFindings(judgement.findings);
  const shown = wanted === null ? groups : groups.filter((group) => group.counts[wanted] > 0);
  const fine = findingClasses.every((name) => name === "info" || counts[name] === 0);
  return (
    <div className={styles.step}>
      <WatchBar />
      <p className="visually-hidden" role="status" data-testid="announcement">
        {texts.announced(counts)}
      </p>
      <Counters counts={counts} wanted={wanted} onWant={setWanted} />
      {fine && (
        <MessageBar intent="success" layout="multiline" data-testid="all-fine">
          <MessageBarBody>
            {texts.allFine} {texts.allFineHint}
          </MessageBarBody>
        </MessageBar>
      )}
      {wanted !== null && shown.length === 0 && <p className={styles.hint}>{texts.noneOfClass}</p>}
      <div className={styles.groups}>
        {shown.map((group) => (
          <FindingGroupView
            key={groupKey(group.subject)}
            group={group}
            wanted={wanted}
            report={judgement.report}
          />
        ))}
      </div>
    </div>
  );
}
