import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { CheckedForms } from "../../../jobs/check.js";
import { findingKey } from "../../../jobs/group-findings.js";
import { reasonOf } from "../../../jobs/mending.js";
import { sentenceOf } from "../../../jobs/tell-finding.js";
import type { Finding } from "../../../rules/finding.js";
import { useTexts } from "../../texts/use-texts.js";
import { Disclosure } from "../Disclosure.js";
import { tokens } from "../tokens.js";
import { useSession, useSessionState } from "../use-session.js";
import { placeWords } from "./finding-words.js";

const useStyles = makeStyles({
  list: { margin: 0, padding: "4px 12px 8px", listStyleType: "none", fontSize: "13px" },
  item: { padding: "4px 0" },
  reason: { display: "block", color: tokens.colorNeutralForeground2 },
});

/** What she looked at and keeps, with her reasons; folded below what there is to do. */
export function Confirmed({
  findings,
  book,
}: {
  readonly findings: readonly Finding[];
  readonly book: CheckedForms;
}) {
  const styles = useStyles();
  const all = useTexts();
  const { check: texts, wording } = all;
  const session = useSession();
  const busy = useSessionState("busy");
  const [open, setOpen] = useState(false);
  return (
    <Disclosure
      id="confirmed"
      open={open}
      onToggle={() => setOpen(!open)}
      title={texts.confirmed(findings.length)}
      level="group"
    >
      <ul className={styles.list}>
        {findings.map((finding) => (
          <li key={findingKey(finding)} className={styles.item} data-testid="confirmed">
            <strong>
              {placeWords(finding.place, book.report.edition, book.report.info.superior, all).code}
            </strong>{" "}
            {sentenceOf(finding, book.report.edition, wording)}
            <span className={styles.reason}>
              {texts.reason}: {reasonOf(finding, book.report)}{" "}
            </span>
            <Button
              size="small"
              disabledFocusable={busy !== "none"}
              onClick={() => void session.confirm(finding, "")}
              data-testid="unconfirm"
            >
              {texts.unconfirm}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
