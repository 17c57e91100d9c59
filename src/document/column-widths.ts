import { textWidth } from "../values/text-width.js";
import type { AppendixTable } from "./appendix-tables.js";
import { tableLook } from "./docx/cells.js";
import { TWIPS_A_POINT } from "./docx/measures.js";

/** Of the text's width: no single word claims more. */
const MOST = 0.25;
/** Twips that programs differ by in the width of a word. */
const SLACK = 20;

/**
 * The widths of a table's columns in whole twips, in proportion to their characters, but none narrower than
 * its longest word (a day is never broken); together exactly the text's width.
 */
export function columnWidths(table: Pick<AppendixTable, "columns">, width: number): readonly number[] {
  const { size, margins } = tableLook(table);
  const least = table.columns.map(({ longest }) => {
    const words = Math.max(
      textWidth(longest.head, { size, bold: true }),
      textWidth(longest.body, { size, bold: false }),
    );
    return Math.min(width * MOST, Math.ceil(words * TWIPS_A_POINT) + margins.left + margins.right + SLACK);
  });
  return sharedOut(
    table.columns.map((column) => column.width),
    least,
    width,
  );
}

/** Shares in proportion to the weights; what would get less than its least gets that, the others the rest. */
function sharedOut(weights: readonly number[], least: readonly number[], width: number): readonly number[] {
  const fits = sum(least) <= width;
  let short: ReadonlySet<number> = new Set();
  let shares: readonly number[] = [];
  for (let settled = false; !settled; ) {
    const taken = sum(least.filter((_, index) => short.has(index)));
    const total = sum(weights.filter((_, index) => !short.has(index)));
    shares = weights.map((weight, index) =>
      short.has(index) ? (least[index] ?? 0) : Math.floor((weight * (width - taken)) / total),
    );
    const more = shares.flatMap((share, index) =>
      fits && !short.has(index) && share < (least[index] ?? 0) ? [index] : [],
    );
    settled = more.length === 0;
    short = new Set([...short, ...more]);
  }
  // What rounding leaves goes to the widest.
  const rest = width - sum(shares);
  const widest = shares.indexOf(Math.max(...shares));
  return shares.map((share, index) => (index === widest ? share + rest : share));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
