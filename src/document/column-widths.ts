/**
 * The widths of a table's columns in whole twips, in proportion to their characters; together exactly the
 * text's width.
 */
export function sharedOut(columns: readonly { readonly width: number }[], width: number): readonly number[] {
  const total = sum(columns.map((column) => column.width));
  const shares = columns.map((column) => Math.floor((column.width * width) / total));
  return shares.map((share, index) => (index === 0 ? share + width - sum(shares) : share));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
