/**
 * Rows whose height the program fits to their content. The library takes every height that a file
 * gives for one set by hand, so that such rows would no longer grow with what is written into them.
 */
export type FittingRows = ReadonlySet<number>;

/** Rows of a sheet's XML with a height that nobody set by hand. */
export function fittingRows(xml: string): FittingRows {
  const rows = new Set<number>();
  for (const [tag] of xml.matchAll(/<row\s[^<>]*>/g)) {
    if (!/\sht=/.test(tag) || /\scustomHeight=["'](?:1|true)["']/.test(tag)) continue;
    const number = /\sr=["'](\d+)["']/.exec(tag)?.[1];
    if (number !== undefined) rows.add(Number(number));
  }
  return rows;
}

/** The XML that the library wrote, with these rows' heights no longer fixed. */
export function withFittingRows(xml: string, rows: FittingRows): string {
  if (rows.size === 0) return xml;
  return xml.replace(/<row r="(\d+)"[^<>]*>/g, (tag, row) =>
    rows.has(Number(row)) ? tag.replace(' customHeight="1"', "") : tag,
  );
}
