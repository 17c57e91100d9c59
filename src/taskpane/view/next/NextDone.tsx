import { Button, Link, MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { type IndicatorRef, indicatorKey, rowName } from "../../../forms/indicators.js";
import type { PeriodOfYear } from "../../../jobs/next.js";
import { findInfoField } from "../../../report/info-fields.js";
import type { Report } from "../../../report/report.js";
import type { NextPeriodAccount } from "../../../workbook/next-period/plan-next-period.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";
import { useSession } from "../use-session.js";
import { AccountLines } from "./AccountLines.js";
import { periodName } from "./period-name.js";

/** A workbook that has become the next period's. */
export interface Finished {
  readonly account: NextPeriodAccount;
  readonly from: PeriodOfYear;
  /** The report as it was read last before. */
  readonly before: Report;
}

const useStyles = makeStyles({
  step: { display: "flex", flexDirection: "column", gap: "12px", ":focus": { outlineStyle: "none" } },
  heading: { margin: 0, fontSize: "14px", fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: "20px", fontSize: "13px" },
  line: { marginBottom: "4px" },
  row: { display: "block", fontSize: "13px", textAlign: "left" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** What was done, what she has to look at herself, and where to go on. */
export function NextDone({
  finished,
  onClose,
}: {
  readonly finished: Finished;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const all = useTexts();
  const { next: texts, insert: insertTexts } = all;
  const session = useSession();
  const { account, from, before } = finished;
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: the keyboard goes on from the next one, and the eye from the top.
  useEffect(() => {
    box.current?.querySelector<HTMLElement>("[data-testid^=next-to-]")?.focus({ preventScroll: true });
  }, []);
  const { texts: written, formulas, lost, lostInfo } = account;
  const info = before.infoCells.get("number") ?? before.infoCells.get("period");
  const toReview = written + formulas.length + lost.length + lostInfo.length > 0;
  const labels = lostInfo.map((key) => findInfoField(key)?.label ?? key).join(", ");
  return (
    <div className={styles.step} ref={box} data-testid="next-done">
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{texts.done(periodName(account.next, all))}</MessageBarBody>
      </MessageBar>
      <AccountLines account={account} from={from} done />
      {toReview && (
        <div data-testid="next-review">
          <h3 className={styles.heading}>{texts.review}</h3>
          <ul className={styles.list}>
            {written > 0 && <li className={styles.line}>{texts.texts(written)}</li>}
            {formulas.length > 0 && (
              <li className={styles.line}>
                {texts.formulas}
                <Rows refs={formulas} report={before} />
              </li>
            )}
            {lost.length > 0 && (
              <li className={styles.line}>
                {texts.lost}
                <Rows refs={lost} report={before} />
              </li>
            )}
            {lostInfo.length > 0 && <li className={styles.line}>{texts.lostInfo(labels)}</li>}
          </ul>
        </div>
      )}
      <div className={styles.actions}>
        {info !== undefined && (
          <Button appearance="primary" onClick={() => void session.select(info)} data-testid="next-to-info">
            {insertTexts.toInfo}
          </Button>
        )}
        <Button
          onClick={() => {
            onClose();
            session.show("check");
          }}
          data-testid="next-to-check"
        >
          {insertTexts.toCheck}
        </Button>
      </div>
    </div>
  );
}

/** Rows of the forms, each a link where its cell is known. */
function Rows({ refs, report }: { readonly refs: readonly IndicatorRef[]; readonly report: Report }) {
  const styles = useStyles();
  const all = useTexts();
  const { next: texts } = all;
  const session = useSession();
  return refs.map((ref) => {
    const key = indicatorKey(ref.form, ref.code);
    const address = report.values.get(key)?.address ?? null;
    const words = texts.row(ref.form, rowName(report.edition, ref));
    return address === null ? (
      <span key={key} className={styles.row}>
        {words}
      </span>
    ) : (
      <Link
        key={key}
        as="button"
        className={styles.row}
        onClick={() => void session.select(address)}
        data-testid="next-row"
      >
        {words}
      </Link>
    );
  });
}
