import {
  Button,
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Spinner,
} from "@fluentui/react-components";
import { useMemo, useState } from "react";
import {
  closedTo,
  isBroken,
  nextChoices,
  type PeriodOfYear,
  periodKey,
  proposeNext,
} from "../../../jobs/next.js";
import { capital } from "../../../values/words.js";
import { useTexts } from "../../texts/use-texts.js";
import { StepLayout } from "../StepLayout.js";
import { tokens } from "../tokens.js";
import { useSession, useSessionState } from "../use-session.js";
import { AccountLines } from "./AccountLines.js";
import { type Finished, NextDone } from "./NextDone.js";
import { periodName } from "./period-name.js";

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
  const all = useTexts();
  const { next: texts } = all;
  const session = useSession();
  const book = useSessionState("book");
  const busy = useSessionState("busy");
  const keepsBy = useSessionState("keepsBy");
  const keep = texts.keep[keepsBy];
  const [chosen, setChosen] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<"half" | "broken" | null>(null);
  const [finished, setFinished] = useState<Finished | null>(null);
  const choices = useMemo(() => (book.kind === "forms" ? nextChoices(book.report) : null), [book]);
  const to = choices?.to.find((one) => periodKey(one) === chosen) ?? choices?.to[0] ?? null;
  const proposal = useMemo(
    () => (book.kind !== "forms" || to === null ? null : proposeNext(book, periodKey(to))),
    [book, to],
  );

  const closed = useMemo(
    () => (book.kind === "forms" && proposal?.kind === "ready" ? closedTo(proposal.work, book.snapshot) : []),
    [book, proposal],
  );

  if (finished !== null) {
    return (
      <StepLayout>
        <NextDone finished={finished} onClose={onClose} />
      </StepLayout>
    );
  }
  if (busy === "inserting") {
    return (
      <StepLayout>
        <Spinner size="small" labelPosition="after" label={texts.working} />
      </StepLayout>
    );
  }

  const carryOut = async (target: PeriodOfYear) => {
    setFailure(null);
    // What she typed since the last reading counts too.
    await session.check();
    const { book: before, trouble } = session.state();
    if (trouble !== null || before.kind !== "forms") return;
    const ready = proposeNext(before, periodKey(target));
    if (ready.kind !== "ready" || closedTo(ready.work, before.snapshot).length > 0) return;
    const performed = await session.perform(ready.work);
    if (performed?.kind === "done") {
      setFinished({ account: ready.account, from: ready.from, before: before.report });
    } else if (performed?.kind === "half") {
      const { book: after } = session.state();
      setFailure(isBroken(before, after.kind === "unread" ? null : after) ? "broken" : "half");
    }
  };
  const ready = proposal?.kind === "ready" && closed.length === 0 && failure !== "broken";
  const foot = (
    <>
      {ready && (
        <Checkbox
          className={styles.confirm}
          checked={saved}
          label={keep.done}
          onChange={(_, { checked }) => setSaved(checked === true)}
          data-testid="next-saved"
        />
      )}
      <div className={styles.actions}>
        {closed.length > 0 && (
          <Button
            appearance="primary"
            disabledFocusable={busy !== "none"}
            onClick={() => void session.check()}
            data-testid="next-opened"
          >
            {texts.opened}
          </Button>
        )}
        {to !== null && ready && (
          <Button
            appearance="primary"
            disabled={!saved || busy !== "none"}
            onClick={() => void carryOut(to)}
            data-testid="next-go"
          >
            {texts.go(periodName(to, all))}
          </Button>
        )}
        <Button onClick={onClose} data-testid="next-cancel">
          {texts.cancel}
        </Button>
      </div>
    </>
  );
  return (
    <StepLayout foot={foot}>
      <div className={styles.step} data-testid="next-period">
        <h2 className={styles.title}>{texts.title}</h2>
        {failure !== null && <Warning id={`next-${failure}`} text={texts[failure]} />}
        {choices === null || to === null ? (
          <Warning id="next-unknown" text={texts.unknown} />
        ) : closed.length > 0 ? (
          <Warning id="next-closed" text={texts.closed(closed)} />
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
                    {capital(periodName(one, all))}
                  </option>
                ))}
              </Select>
            </Field>
            {proposal?.kind === "obstacle" && <Warning id="next-obstacle" text={capital(proposal.message)} />}
            {proposal?.kind === "ready" && failure !== "broken" && (
              <>
                <p className={styles.text}>
                  {texts.will(periodName(choices.from, all), periodName(to, all))}
                </p>
                <AccountLines account={proposal.account} from={choices.from} done={false} />
                <MessageBar intent="warning" layout="multiline">
                  <MessageBarBody>
                    <strong>{keep.first}</strong> {keep.how}
                  </MessageBarBody>
                </MessageBar>
              </>
            )}
          </>
        )}
      </div>
    </StepLayout>
  );
}

function Warning({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <MessageBar intent="warning" layout="multiline" data-testid={id}>
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
