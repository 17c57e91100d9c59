import type { RowFacts, RowsCheck } from "../../kinds/rows.js";
import type { NamesOf, SentencesOf } from "../wording.js";

/** What the rules about whole rows of a table say, in English. */
export const rowSentences: SentencesOf<RowFacts> = {
  "row.total": ({ actual, rows, named }) =>
    named
      ? `The row "${actual}" is the total of ${rows} others but stands among them, so that it is counted again. ` +
        "Delete it; the total row at the end of the table works itself out."
      : `Every column of the row "${actual}" is just what the ${rows} others make together. Usually that is a total, ` +
        "which is then counted again: delete it, the total row at the end of the table works itself out. Leave it if the numbers are right.",
  "row.repeated": ({ actual, other }) =>
    `The row "${actual}" says just what row ${other} says, so that it is counted twice. Delete one or correct it.`,
};

/** What they find, in short. */
export const rowNames: NamesOf<RowFacts> = {
  "row.total": "A total among the rows",
  "row.repeated": "Rows written twice",
};

/** What a rule about whole rows asks for. */
export function rowsHelp({ kind }: RowsCheck): string {
  return kind === "no-sum-row"
    ? "No row adds up the others: the total row at the end would count it again."
    : "No row is written twice.";
}
