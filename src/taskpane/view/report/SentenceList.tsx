import { Button, Link, makeStyles } from "@fluentui/react-components";
import { useRef } from "react";
import type { SentenceDecision } from "../../../jobs/decide-sentence.js";
import type { DoubtfulSentence, SentenceRef } from "../../../narrative/section.js";
import { a1 } from "../../../values/address.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";
import { useKeptFocus } from "../use-kept-focus.js";
import { useSession, useSessionState } from "../use-session.js";
import { useReportTexts } from "./use-report-texts.js";

const useStyles = makeStyles({
  hint: { margin: "0 0 4px", fontSize: "13px", color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { padding: "6px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  sentence: {
    margin: "0 0 4px",
    fontFamily: '"Times New Roman", "Liberation Serif", serif',
    fontSize: "15px",
  },
  link: { minHeight: "24px", fontSize: "13px", textAlign: "left" },
});

/** Sentences that wait for her decision or had one, each with the button that changes it. */
export function SentenceList({
  sentences,
  hint,
  action,
  decision,
}: {
  readonly sentences: readonly SentenceRef[];
  readonly hint: string;
  readonly action: string;
  readonly decision: SentenceDecision;
}) {
  const styles = useStyles();
  const session = useSession();
  const busy = useSessionState("busy");
  const list = useRef<HTMLUListElement>(null);
  const kept = useKeptFocus(list);
  return (
    <div>
      <p className={styles.hint}>{hint}</p>
      <ul className={styles.list} ref={list} {...kept}>
        {sentences.map((sentence) => (
          <li key={sentence.sentence} className={styles.item} data-testid="sentence">
            <p className={styles.sentence} lang="vi">
              {sentence.text}
            </p>
            <Button
              size="small"
              disabledFocusable={busy !== "none"}
              onClick={() => void session.decide(sentence, decision)}
              data-testid={`decide-${decision}`}
              data-roving=""
              tabIndex={0}
            >
              {action}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Sentences that rest on cells in error, each with the ways to these cells. */
export function DoubtfulList({ sentences }: { readonly sentences: readonly DoubtfulSentence[] }) {
  const styles = useStyles();
  const { check: checkTexts } = useTexts();
  const texts = useReportTexts();
  const session = useSession();
  return (
    <div>
      <p className={styles.hint}>{texts.doubtfulHint}</p>
      <ul className={styles.list}>
        {sentences.map(({ sentence, text, findings }) => (
          <li key={sentence} className={styles.item} data-testid="doubtful-sentence">
            <p className={styles.sentence} lang="vi">
              {text}
            </p>
            {findings.map(({ rule, place }) => {
              const address = place.kind === "sheet" ? null : place.address;
              if (address === null) return null;
              return (
                <div key={`${rule} ${address.sheet} ${a1(address)}`}>
                  <Link
                    as="button"
                    className={styles.link}
                    onClick={() => void session.select(address)}
                    data-testid="doubtful-cell"
                  >
                    {checkTexts.goTo(address.sheet, a1(address))}
                  </Link>
                </div>
              );
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
