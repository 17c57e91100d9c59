import { makeStyles } from "@fluentui/react-components";
import type { PeriodOfYear } from "../../../jobs/next.js";
import { shortDay } from "../../../values/day.js";
import type { NextPeriodAccount } from "../../../workbook/next-period/plan-next-period.js";
import { useTexts } from "../../texts/use-texts.js";
import { periodName } from "./period-name.js";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: "20px", fontSize: "13px" },
  line: { marginBottom: "4px" },
});

/** What happens to the workbook, a line each: announced, or told once it is `done`. */
export function AccountLines({
  account,
  from,
  done,
}: {
  readonly account: NextPeriodAccount;
  readonly from: PeriodOfYear;
  readonly done: boolean;
}) {
  const styles = useStyles();
  const all = useTexts();
  const { next: texts } = all;
  const { cleared, notes, restored, clearedTables, carriedTables, window, ownWindow, earlierSheet } = account;
  const lines = [
    texts.cleared(done, cleared.length, notes),
    ...(restored.length > 0 ? [texts.restored(done, restored.length)] : []),
    ...(clearedTables.length > 0 ? [texts.clearedTables(done, clearedTables.join(", "))] : []),
    ...(carriedTables.length > 0 ? [texts.carriedTables(carriedTables.join(", "))] : []),
    texts.earlier(done, periodName(from, all), earlierSheet),
    texts.kept,
    ...(window === null
      ? []
      : [
          texts.window(shortDay(window.from), shortDay(window.to)) + (ownWindow ? ` ${texts.ownWindow}` : ""),
        ]),
  ];
  return (
    <ul className={styles.list} data-testid="next-account">
      {lines.map((line) => (
        <li key={line} className={styles.line}>
          {line}
        </li>
      ))}
    </ul>
  );
}
