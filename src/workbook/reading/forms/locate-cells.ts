import { type IndicatorKey, type IndicatorRef, indicatorKey, rowName } from "../../../forms/indicators.js";
import type { Edition, Indicator } from "../../../forms/schema.js";
import type { LayoutFault } from "../../../report/report.js";
import type { CellAddress } from "../../../values/address.js";
import { sheetOfForm } from "../../layout/form-layout.js";
import type { SnapshotIndex } from "../../snapshot-index.js";
import type { FoundForm } from "./find-forms.js";
import type { FormPrint } from "./form-print.js";
import { saysLabel } from "./labels.js";

/** Where an indicator's value stands; null where no cell of it was found. */
export interface LocatedCell {
  readonly form: number;
  readonly indicator: Indicator;
  readonly address: CellAddress | null;
}

/** Settles the cell of every row of an edition, and tells what happened to it. */
export function locateCells(
  edition: Edition,
  forms: readonly FoundForm[],
  named: ReadonlyMap<IndicatorKey, CellAddress>,
  { adoptedAs, things }: Pick<SnapshotIndex, "adoptedAs" | "things">,
): { readonly cells: readonly LocatedCell[]; readonly faults: readonly LayoutFault[] } {
  const rowsAt = rowsByCell(edition, named);
  // A name that points nowhere was bound once: its cell is gone. In an office's own forms a row without
  // any name may well be there, only that nobody was sure which it is.
  const known = new Set(
    things.flatMap((thing) => (thing.kind === "indicator" ? [indicatorKey(thing.form, thing.code)] : [])),
  );
  const cells: LocatedCell[] = [];
  const faults: LayoutFault[] = [];
  const missing = new Set<string>();
  for (const { form, sheet, print } of forms) {
    const adopted =
      adoptedAs !== null && form.indicators.every(({ code }) => !known.has(indicatorKey(form.number, code)));
    for (const indicator of form.indicators) {
      const row: NamedRow = {
        form: form.number,
        code: indicator.code,
        indicator,
        others: form.indicators,
        address: named.get(indicatorKey(form.number, indicator.code)) ?? null,
        adopted: adoptedAs !== null && !known.has(indicatorKey(form.number, indicator.code)),
      };
      const located = sheet === null || adopted ? NOWHERE : locate(row, sheet.name, print, edition, rowsAt);
      cells.push({ form: form.number, indicator, address: located.address });
      faults.push(...located.faults);
    }
    const planned = sheetOfForm(edition, form.number);
    // A continuous table that is missing is missed by each of its forms, and told once.
    if ((sheet !== null && !adopted) || missing.has(planned)) continue;
    missing.add(planned);
    const own = adopted || edition.layout.kind === "sheet-per-form";
    faults.push({
      kind: "sheet-missing",
      sheet: sheet?.name ?? planned,
      form: own ? form.number : null,
      adopted,
    });
  }
  return { cells, faults };
}

/** A row of an edition, and where its name points to. */
interface NamedRow extends IndicatorRef {
  readonly indicator: Indicator;
  /** All rows of the form. */
  readonly others: readonly Indicator[];
  readonly address: CellAddress | null;
  /** No cell was ever bound to the row, in a workbook of the office's own forms. */
  readonly adopted: boolean;
}

interface Located {
  readonly address: CellAddress | null;
  readonly faults: readonly LayoutFault[];
}

const NOWHERE: Located = { address: null, faults: [] };

/**
 * Where a row's value stands. The name decides as long as its row still says so by STT or by label.
 * Otherwise (a cell dragged to another row, rows sorted) the row that carries the STT counts, since
 * this is what the printed form will say.
 *
 * @param sheet the form's sheet
 * @param print null where nothing printed tells more than the name does
 */
function locate(
  row: NamedRow,
  sheet: string,
  print: FormPrint | null,
  edition: Edition,
  rowsAt: RowsByCell,
): Located {
  const { form, code, indicator, others, address: own, adopted } = row;
  const printedAt = print?.rowOf.get(code);
  const byCode =
    print === null || printedAt === undefined ? null : { sheet, row: printedAt, column: print.valueColumn };
  if (own === null) {
    if (print === null || byCode === null) {
      return { address: null, faults: [{ kind: "cell-missing", form, code, sheet, adopted }] };
    }
    const lost: LayoutFault = { kind: "name-lost", form, code, address: byCode };
    return { address: byCode, faults: [lost, ...relabelled(row, print, byCode)] };
  }
  if (print === null) return { address: own, faults: [] };
  const moved = (found: string): LayoutFault => ({ kind: "moved", form, code, address: own, found });
  if (own.sheet !== sheet) return { address: byCode ?? own, faults: [moved(`trang tính ${own.sheet}`)] };
  const { code: found, label } = print.rows.get(own.row) ?? { code: null, label: "" };
  const labelled = saysLabel(label, indicator);
  if (found === code || (found === null && labelled)) {
    return { address: own, faults: relabelled(row, print, own) };
  }
  const other = (rowsAt.get(placeKey(own)) ?? []).find((one) => one.form !== form || one.code !== code);
  const fault: LayoutFault =
    other === undefined
      ? moved(found ?? "(trống)")
      : { kind: "duplicated", form, code, address: own, other: rowInWords(other, edition, form) };
  // Where two rows have the same words, as under 3.2.1 and 3.2.2 of Định Hóa, words decide nothing.
  const twin = others.find((one) => one.code === found);
  const told = labelled && (twin === undefined || !saysLabel(label, twin));
  return { address: told ? own : (byCode ?? own), faults: [fault] };
}

function relabelled(
  { form, code, indicator }: NamedRow,
  print: FormPrint,
  address: CellAddress,
): readonly LayoutFault[] {
  const found = print.rows.get(address.row)?.label ?? "";
  return saysLabel(found, indicator) ? [] : [{ kind: "relabelled", form, code, address, found }];
}

/** The rows whose names point to each cell; more than one where a name was misplaced. */
type RowsByCell = ReadonlyMap<string, readonly IndicatorRef[]>;

function rowsByCell(edition: Edition, named: ReadonlyMap<IndicatorKey, CellAddress>): RowsByCell {
  const rows = new Map<string, IndicatorRef[]>();
  for (const { number: form, indicators } of edition.forms) {
    for (const { code } of indicators) {
      const address = named.get(indicatorKey(form, code));
      if (address === undefined) continue;
      const key = placeKey(address);
      rows.set(key, [...(rows.get(key) ?? []), { form, code }]);
    }
  }
  return rows;
}

function placeKey({ sheet, row, column }: CellAddress): string {
  return `${sheet}!${row}:${column}`;
}

function rowInWords(row: IndicatorRef, edition: Edition, form: number): string {
  const sheet = sheetOfForm(edition, row.form);
  const name = rowName(edition, row);
  return sheet === sheetOfForm(edition, form) ? name : `${name} (${sheet})`;
}
