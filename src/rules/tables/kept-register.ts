import type { ReportInfo } from "../../report/report.js";
import { toSerial, weekendDay } from "../../values/day.js";
import { plainWords } from "../../values/words.js";
import { once } from "../once.js";
import { byNumbering, byRow, type Doubt, type Numbering, numberingOf, type Repeated } from "./numbering.js";
import type { RegisteredDocument } from "./register.js";

/** What a register is compared with: the first and last day of the data, and the office that keeps it. */
type RegisterContext = Pick<ReportInfo, "from" | "to" | "organization">;

/** The documents of a register with what is wrong among them; after an edit, what it does not touch stays. */
export interface Register {
  readonly numberings: ReadonlyMap<string, Numbering>;
  /** Documents of which another says all the same but for its issuer, with that other one, by rows. */
  readonly issuedTwice: readonly Repeated[];
}

/** The documents that an edit took out of a register, and those that it put in. */
export interface Exchanged {
  readonly gone: readonly RegisteredDocument[];
  readonly come: readonly RegisteredDocument[];
}

/** What is wrong among the documents of a register, which stand in the order of the rows. */
export function registerOf(documents: readonly RegisteredDocument[], context: RegisterContext): Register {
  const doubted = doubtOf(context);
  const numberings = [...byNumbering(documents)].map(
    ([key, all]) => [key, numberingOf(all, doubted)] as const,
  );
  return { numberings: new Map(numberings), issuedTwice: twiceIssued(documents, context) };
}

/** The same where some of the documents changed and all else is as it was: gives what `registerOf` gives. */
export function registerAfter(
  known: Register,
  documents: readonly RegisteredDocument[],
  { gone, come }: Exchanged,
  context: RegisterContext,
): Register {
  if (gone.length === 0 && come.length === 0) return known;
  const doubted = doubtOf(context);
  const numberings = new Map(known.numberings);
  const [less, more] = [byNumbering(gone), byNumbering(come)];
  for (const key of new Set([...less.keys(), ...more.keys()])) {
    const before = numberings.get(key) ?? null;
    const lost = new Set(less.get(key));
    const sorted = before?.sorted ?? [];
    const kept = lost.size === 0 ? sorted : sorted.filter((document) => !lost.has(document));
    const all = [...kept, ...(more.get(key) ?? [])];
    if (all.length === 0) numberings.delete(key);
    else numberings.set(key, numberingOf(all, doubted, before));
  }
  return { numberings, issuedTwice: twiceIssuedAfter(known.issuedTwice, documents, { gone, come }, context) };
}

/** What speaks against a document's day: it lies outside of the data's days, or on a day off. */
function doubtOf({ from, to }: RegisterContext): Doubt {
  const first = from === null ? Number.NEGATIVE_INFINITY : toSerial(from);
  const last = to === null ? Number.POSITIVE_INFINITY : toSerial(to);
  return ({ date, serial }) =>
    date !== null && (serial < first || serial > last || weekendDay(serial) !== null);
}

/**
 * Each document of which another before it says the same type, number, symbol and day, but another issuer.
 * Only where both have a symbol and a day: bare numbers meet by chance.
 */
function twiceIssued(
  documents: readonly RegisteredDocument[],
  { organization }: RegisterContext,
): readonly Repeated[] {
  // Whoever keeps the register may leave herself out.
  const own = plainWords(organization);
  const issuerOf = ({ issuer }: RegisteredDocument) => (issuer === own ? "" : issuer);
  const first = new Map<string, RegisteredDocument>();
  return documents.flatMap((document) => {
    if (document.issued === null) return [];
    const other = once(first, document.issued, () => document);
    return issuerOf(other) === issuerOf(document) ? [] : [{ document, other }];
  });
}

/** So many documents at once are looked for one by one. */
const FEW = 8;

function twiceIssuedAfter(
  known: readonly Repeated[],
  documents: readonly RegisteredDocument[],
  { gone, come }: Exchanged,
  context: RegisterContext,
): readonly Repeated[] {
  const touched = new Map<string, number>();
  for (const { issued, number } of [...gone, ...come]) if (issued !== null) touched.set(issued, number);
  if (touched.size === 0) return known;
  if (touched.size > FEW) return twiceIssued(documents, context);
  const others = known.filter(({ document: { issued } }) => issued === null || !touched.has(issued));
  const anew = [...touched].flatMap(([issued, number]) =>
    twiceIssued(
      documents.filter((document) => document.number === number && document.issued === issued),
      context,
    ),
  );
  return byRow([...others, ...anew]);
}
