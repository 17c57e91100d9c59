import type { Table } from "../../forms/table-schema.js";
import type { RowCells } from "../../report/table-report.js";
import { plainWords } from "../../values/words.js";
import { fails, HOLDS, type Outcome, shown } from "../outcome.js";
import { runCheck } from "../run-check.js";
import { computedIn, numberIn, readingIn } from "./numbers.js";
import type { RowCheck, TableRule } from "./rule.js";

/** Runs a rule on one row. A column that was not found holds nothing to check. */
export function runRow(
  { column, severity }: Pick<TableRule, "column" | "severity">,
  check: RowCheck,
  cells: RowCells,
  table: Table,
): Outcome {
  const cell = cells.get(column)?.cell;
  if (cell === undefined) return HOLDS;
  const own = readingIn(cells, column);
  switch (check.kind) {
    case "filled":
      return own.kind === "blank" ? fails(severity, null, null) : HOLDS;
    case "computed": {
      // A formula whose result nobody has worked out yet will fill the cell by itself.
      if (cell.formula !== "") return HOLDS;
      const expected = computedIn(cells, table, column);
      return own.kind === "blank" && expected.kind === "number"
        ? fails(severity, null, expected.value)
        : HOLDS;
    }
    case "listed": {
      const word = own.kind === "text" ? plainWords(own.text) : null;
      const known = word === null || check.choices.some((choice) => plainWords(choice) === word);
      return known ? HOLDS : fails(severity, shown(own), null);
    }
    case "within": {
      const outcome = runCheck(check, { severity, own, read: (key) => numberIn(cells, table, key) });
      return outcome.kind === "fails"
        ? { ...outcome, detail: { kind: "column", column: check.whole } }
        : outcome;
    }
    default:
      return runCheck(check, { severity, own, read: (key) => numberIn(cells, table, key) });
  }
}
