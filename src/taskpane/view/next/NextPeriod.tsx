import {
  Button,
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { changedCells } from "../../../report/changed-cells.js";
import { named, nextChoices, type PeriodOfYear, periodKey, planNext } from "../../session/next-period.js";
import { useTexts } from "../../texts/use-texts.js";
import { useSession, useSessionState } from "../use-session.js";
import { AccountLines } from "./AccountLines.js";
import { type Finished, NextDone } from "./NextDone.js";

const useStyles = makeStyles({
  step: { display: "flex", flexDirection: "column", gap: "12px" },
  title: { margin: 0, fontSize: "16px", fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  select: { minWidth: 0, width: "100%" },
  confirm: { marginLeft: "-8px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/**
 * The workbook becomes the next period's: what will happen, the advice to save it under another name,
 * one confirmation, and afterwards what was done.
 */
export function NextPeriod({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { next: texts } = useTexts();
  const session = useSession();
  const { book, busy } = useSessionState();
  const [chosen, setChosen] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<"half" | "broken" | null>(null);
  const [finished, setFinished] = useState<Finished | null>(null);
  const report = book.kind === "forms" ? book.judgement.report : null;
  const choices = useMemo(() => (report === null ? null : nextChoices(report)), [report]);
  const to = choices?.to.find((one) => periodKey(one) === chosen) ?? choices?.to[0] ?? null;
  const plan = useMemo(
    () => (book.kind !== "forms" || to === null ? null : planNext(book.judgement.report, book.snapshot, to)),
    [book, to],
  );

  if (finished !== null) return <NextDone finished={finished} onClose={onClose} />;
  if (busy === "inserting") return <Spinner size="small" labelPosition="after" label={texts.working} />;

  const carryOut = async (target: PeriodOfYear, from: PeriodOfYear) => {
    setFailure(null);
    // What she typed since the last reading counts too.
    await session.check();
    const { book: now, trouble } = session.state();
    if (trouble !== null || now.kind !== "forms") return;
    const planned = planNext(now.judgement.report, now.snapshot, target);
    if (!planned.ok) return;
    const { plan: sheets, edits, account } = planned.value;
    const performed = await session.perform(sheets, edits);
    if (performed?.kind === "done") setFinished({ account, from, before: now.judgement.report });
    else if (performed?.kind === "half") {
      const after = session.state().book;
      const left = after.kind === "forms" ? after.judgement.report.values : new Map();
      setFailure(changedCells(now.judgement.report.values, left).length === 0 ? "half" : "broken");
    }
  };
  return (
    <div className={styles.step} data-testid="next-period">
      <h2 className={styles.title}>{texts.title}</h2>
      {failure !== null && <Warning id={`next-${failure}`} text={texts[failure]} />}
      {choices === null || to === null ? (
        <Warning id="next-unknown" text={texts.unknown} />
      ) : (
        <>
          <Field label={texts.period}>
            <Select
              className={styles.select}
              value={periodKey(to)}
              onChange={(_, { value }) => setChosen(value)}
              data-testid="next-choice"
            >
              {choices.to.map((one) => (
                <option key={periodKey(one)} value={periodKey(one)}>
                  {capital(named(one))}
                </option>
              ))}
            </Select>
          </Field>
          {plan?.ok === false && <Warning id="next-obstacle" text={plan.message} />}
          {plan?.ok === true && failure !== "broken" && (
            <>
              <p className={styles.text}>{texts.will(named(choices.from), named(to))}</p>
              <AccountLines account={plan.value.account} from={choices.from} done={false} />
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>
                  <strong>{texts.saveFirst}</strong> {texts.saveHow}
                </MessageBarBody>
              </MessageBar>
              <Checkbox
                className={styles.confirm}
                checked={saved}
                label={texts.saved}
                onChange={(_, { checked }) => setSaved(checked === true)}
                data-testid="next-saved"
              />
            </>
          )}
        </>
      )}
      <div className={styles.actions}>
        {choices !== null && to !== null && plan?.ok === true && failure !== "broken" && (
          <Button
            appearance="primary"
            disabled={!saved || busy !== "none"}
            onClick={() => void carryOut(to, choices.from)}
            data-testid="next-go"
          >
            {texts.go(named(to))}
          </Button>
        )}
        <Button onClick={onClose} data-testid="next-cancel">
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}

function Warning({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <MessageBar intent="warning" layout="multiline" data-testid={id}>
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
