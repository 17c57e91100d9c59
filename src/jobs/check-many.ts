/** How far the check of many workbooks has come. */
export type CheckStep<Checked> =
  | {
      readonly kind: "begins";
      readonly name: string;
      /** From 1. */
      readonly number: number;
      readonly of: number;
    }
  | { readonly kind: "ends"; readonly name: string; readonly checked: Checked };

/**
 * Checks many workbooks and tells them in the order given, none of which is kept. One that cannot be
 * used stops none of the others: `check` gives why; what it throws is thrown at that workbook's turn.
 *
 * @param check checks the workbook of that name
 * @param ahead how many of the next ones are checked while one is waited for
 */
export async function* checkMany<Checked>(
  names: readonly string[],
  check: (name: string) => Promise<Checked>,
  ahead = 0,
): AsyncGenerator<CheckStep<Checked>, void, undefined> {
  const underWay: Promise<Checked>[] = [];
  let next = 0;
  for (const [index, name] of names.entries()) {
    yield { kind: "begins", name, number: index + 1, of: names.length };
    for (; next < names.length && underWay.length <= ahead; next += 1) {
      const checked = check(names[next] ?? "");
      checked.catch(() => undefined);
      underWay.push(checked);
    }
    const checked = underWay.shift();
    if (checked !== undefined) yield { kind: "ends", name, checked: await checked };
  }
}
