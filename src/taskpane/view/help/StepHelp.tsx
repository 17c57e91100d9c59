import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Step } from "../../session/state.js";
import { useTexts } from "../../texts/use-texts.js";
import { StepLayout } from "../StepLayout.js";
import { tokens } from "../tokens.js";
import { helpTexts } from "./help-texts.js";

const useStyles = makeStyles({
  help: { height: "100%" },
  title: { margin: 0, fontSize: "16px", fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: "20px", display: "flex", flexDirection: "column", gap: "4px" },
  questions: { margin: 0 },
  question: { marginTop: "8px", fontWeight: tokens.fontWeightSemibold },
  answer: { margin: "2px 0 0" },
});

/** A step explained over its own screen, which stays as it is below. */
export function StepHelp({ step, onClose }: { readonly step: Step; readonly onClose: () => void }) {
  const styles = useStyles();
  const { help: texts, other } = useTexts();
  const whole = useRef<HTMLElement>(null);
  useEffect(() => whole.current?.querySelector("button")?.focus(), []);
  const { title, lines, questions } = helpTexts[other.language === "en" ? "vi" : "en"][step];
  return (
    <section ref={whole} aria-label={title} className={styles.help} data-testid="help">
      <StepLayout
        label={title}
        foot={
          <Button appearance="primary" onClick={onClose} data-testid="close-help">
            {texts.close}
          </Button>
        }
      >
        <h2 className={styles.title}>{title}</h2>
        <ol className={styles.list}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <dl className={styles.questions}>
          {questions.map(([question, answer]) => (
            <div key={question}>
              <dt className={styles.question}>{question}</dt>
              <dd className={styles.answer}>{answer}</dd>
            </div>
          ))}
        </dl>
      </StepLayout>
    </section>
  );
}
