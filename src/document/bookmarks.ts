import type { Origin } from "../narrative/origin.js";
import type { Fact } from "../narrative/section.js";

/** Word takes no longer names. */
const LONGEST = 40;

/**
 * The name of the mark that a number carries in the Word file: its cell's name for a number of a
 * form (`CCHC_BM3_3_3_1`), one made from its cells for any other. The same fact has the same name in
 * every version of a report.
 */
function factMark(fact: Fact): string {
  // Written otherwise than the program does: brought up to date on its own.
  if (fact.ownWay === true) return `CCHC_W_${hash(factKey(fact))}`;
  if (fact.derivation === undefined && fact.origin.kind === "indicator") return cellMark(fact.origin);
  return `CCHC_${fact.derivation === undefined ? "T" : "X"}_${hash(factKey(fact))}`;
}

/** Names for the facts of a text in order: a fact's second appearance is `..._2`, for names are unique. */
export class MarkNames {
  private readonly counts = new Map<string, number>();

  next(fact: Fact): string {
    const name = factMark(fact);
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    return count === 1 ? name : `${name}__${count}`;
  }
}

/** The fact's own name of a mark, without the count of its appearance. */
export function markOf(name: string): string {
  return name.replace(/__\d+$/, "");
}

function cellMark({ form, code }: Extract<Origin, { kind: "indicator" }>): string {
  const name = `CCHC_BM${form}_${code.replaceAll(".", "_")}`;
  return name.length <= LONGEST - 4 ? name : `CCHC_BM_${hash(name)}`;
}

function factKey({ origin, derivation, derivedFrom }: Fact): string {
  if (derivedFrom === undefined) return originText(origin);
  return `${derivation}(${derivedFrom.map(factKey).join(",")})`;
}

function originText(origin: Origin): string {
  switch (origin.kind) {
    case "indicator":
      return `${origin.form}/${origin.code}`;
    case "cell":
      return `${origin.table}|${origin.row ?? "total"}|${origin.column}`;
    case "rows":
      // How many rows there are may change; what is counted stays.
      return `${origin.table}|rows|${origin.column}`;
  }
}

/** FNV-1a of 64 bits in base 36. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const letter of text) {
    value = BigInt.asUintN(64, (value ^ BigInt(letter.codePointAt(0) ?? 0)) * 0x100000001b3n);
  }
  return value.toString(36);
}
