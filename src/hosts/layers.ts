import type { Rectangle } from "../values/address.js";

/** One look on a block of cells: the look that most cells have, then the areas that differ. */
interface Layers<Look> {
  readonly base: Look;
  readonly exceptions: readonly { readonly area: Rectangle; readonly look: Look }[];
}

/**
 * Covers a block with few rectangles of one look each, because each costs a part of the request.
 * Looks are compared by `key`.
 */
export function layersOf<Look>(
  block: Rectangle,
  lookAt: (row: number, column: number) => Look,
  key: (look: Look) => string,
): Layers<Look> {
  const looks = new Map<string, { readonly look: Look; count: number }>();
  const keys = keysOf(block, (row, column) => {
    const look = lookAt(row, column);
    const name = key(look);
    const known = looks.get(name);
    if (known === undefined) looks.set(name, { look, count: 1 });
    else known.count += 1;
    return name;
  });
  const [most] = [...looks].sort((a, b) => b[1].count - a[1].count);
  if (most === undefined) throw new RangeError("A block has at least one cell.");
  const [baseKey, { look: base }] = most;
  const exceptions = rectanglesOf(keys, baseKey).flatMap(({ name, area }) => {
    const look = looks.get(name)?.look;
    return look === undefined ? [] : [{ look, area: moved(area, block) }];
  });
  return { base, exceptions };
}

/** Few rectangles that cover the cells of a block for which `holds` is true, and no others. */
export function areasWhere(
  block: Rectangle,
  holds: (row: number, column: number) => boolean,
): readonly Rectangle[] {
  const keys = keysOf(block, (row, column) => (holds(row, column) ? "in" : "out"));
  return rectanglesOf(keys, "out").map(({ area }) => moved(area, block));
}

function keysOf(block: Rectangle, keyAt: (row: number, column: number) => string): readonly string[][] {
  const keys: string[][] = [];
  for (let row = block.top; row <= block.bottom; row += 1) {
    const line: string[] = [];
    for (let column = block.left; column <= block.right; column += 1) line.push(keyAt(row, column));
    keys.push(line);
  }
  return keys;
}

/** Rectangles of equal keys, as wide and then as high as they go, for all keys but `base`. */
function rectanglesOf(
  keys: readonly (readonly string[])[],
  base: string,
): readonly { readonly name: string; readonly area: Rectangle }[] {
  const covered = keys.map((line) => line.map((name) => name === base));
  const free = (row: number, column: number, name: string) =>
    keys[row]?.[column] === name && covered[row]?.[column] === false;
  const found: { name: string; area: Rectangle }[] = [];
  for (const [top, line] of keys.entries()) {
    for (const [left, name] of line.entries()) {
      if (!free(top, left, name)) continue;
      let right = left;
      while (free(top, right + 1, name)) right += 1;
      const wholeLine = (row: number) => {
        for (let column = left; column <= right; column += 1) if (!free(row, column, name)) return false;
        return true;
      };
      let bottom = top;
      while (wholeLine(bottom + 1)) bottom += 1;
      for (let row = top; row <= bottom; row += 1) covered[row]?.fill(true, left, right + 1);
      found.push({ name, area: { top, left, bottom, right } });
    }
  }
  return found;
}

function moved(area: Rectangle, { top, left }: Rectangle): Rectangle {
  return {
    top: area.top + top,
    bottom: area.bottom + top,
    left: area.left + left,
    right: area.right + left,
  };
}
