import type { TableReport } from "../../src/report/table-report.js";
import { brokenChains, type Misplaced, misplacedIn } from "../../src/rules/tables/date-order.js";
import { registerOf } from "../../src/rules/tables/kept-register.js";
import { byNumbering, type FarNumber, numberingOf, type Repeated } from "../../src/rules/tables/numbering.js";
import { type RegisteredDocument, registeredDocument } from "../../src/rules/tables/register.js";

/** What is found among documents that nothing but their numbers and dates speaks against. */

const NO_DOUBT = () => false;

/** The documents of a register that have a type and a number, in the order of the rows. */
export function registeredDocuments({ table, rows }: TableReport): readonly RegisteredDocument[] {
  return rows.flatMap((row) => registeredDocument(row, table) ?? []);
}

const numberings = (documents: readonly RegisteredDocument[]) =>
  [...byNumbering(documents).values()].map((all) => numberingOf(all, NO_DOUBT));

/** Documents whose date does not follow their number. */
export function misplacedDocuments(documents: readonly RegisteredDocument[]): readonly Misplaced[] {
  return numberings(documents).flatMap(({ sorted }) =>
    sorted[0]?.date === null ? [] : misplacedIn(brokenChains(sorted)),
  );
}

/** Documents with a number that another has before them, or told at that other one. */
export function repeatedNumbers(documents: readonly RegisteredDocument[]): readonly Repeated[] {
  return numberings(documents).flatMap(({ repeated }) => repeated);
}

/** Documents whose number lies far out of its series. */
export function farNumbers(documents: readonly RegisteredDocument[]): readonly FarNumber[] {
  return numberings(documents).flatMap(({ far }) => far);
}

/** Documents of which another names another issuer. */
export function twiceIssued(
  documents: readonly RegisteredDocument[],
  organization: string,
): readonly Repeated[] {
  return registerOf(documents, { from: null, to: null, organization }).issuedTwice;
}
