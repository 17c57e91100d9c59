import { type IndicatorRef, rowName } from "../../../forms/indicators.js";
import type { Edition, Form, Indicator } from "../../../forms/schema.js";
import type { IndicatorValue, LayoutFault } from "../../../report/report.js";
import type { CellAddress } from "../../../values/address.js";
import { BLANK_CELL } from "../../../values/cell.js";
import { readCell } from "../../../values/reading.js";
import { sheetOfForm } from "../../layout/form-layout.js";
import type { SnapshotIndex } from "../../snapshot-index.js";
import { type FoundForm, findFormSheet, findForm } from "./find-form.js";
import { saysLabel } from "./labels.js";

/** What was read of one form. */
export interface FormReading {
  readonly values: readonly IndicatorValue[];
  readonly faults: readonly LayoutFault[];
}

/** Reads one form: every row of it, and what happened to its cells. */
export function readForm(index: SnapshotIndex, edition: Edition, form: Form, named: NamedCells): FormReading {
  const sheet = findFormSheet(index, edition, form);
  if (sheet === null) {
    return {
      values: form.indicators.map((indicator) => indicatorValue(index, form, indicator, null)),
      faults: [sheetMissing(edition, form)],
    };
  }
  // An adopted form may be numbered and worded otherwise: only its names say what its cells are.
  const table = index.adoptedAs === null ? findForm(index, edition, form) : null;
  const values: IndicatorValue[] = [];
  const faults: LayoutFault[] = [];
  for (const indicator of form.indicators) {
    const located = locate(index, edition, form, indicator, table, named);
    values.push(indicatorValue(index, form, indicator, located.address));
    const common = { form: form.number, code: indicator.code };
    for (const fault of located.faults) {
      faults.push(
        fault.kind === "cell-missing" ? { ...fault, ...common, sheet: sheet.name } : { ...fault, ...common },
      );
    }
  }
  return { values, faults };
}

/** One and the same fault for all forms of a continuous table. */
function sheetMissing(edition: Edition, form: Form): LayoutFault {
  const sheet = sheetOfForm(edition, form.number);
  const own = edition.layout.kind === "sheet-per-form";
  return { kind: "sheet-missing", sheet, form: own ? form.number : null };
}

function indicatorValue(
  index: SnapshotIndex,
  form: Form,
  indicator: Indicator,
  address: CellAddress | null,
): IndicatorValue {
  const cell = address === null ? BLANK_CELL : index.cell(address);
  return {
    form: form.number,
    code: indicator.code,
    address,
    cell,
    reading: readCell(cell, indicator, index.snapshot.culture),
  };
}

type CellFault =
  | { readonly kind: "cell-missing" }
  | { readonly kind: "name-lost"; readonly address: CellAddress }
  | { readonly kind: "moved" | "relabelled"; readonly address: CellAddress; readonly found: string }
  | { readonly kind: "duplicated"; readonly address: CellAddress; readonly other: string };

interface Located {
  readonly address: CellAddress | null;
  readonly faults: readonly CellFault[];
}

/**
 * Where an indicator's value stands. The name decides as long as its row still says so by STT or by
 * label. Otherwise (a cell dragged to another row, rows sorted) the row that carries the STT
 * counts, since this is what the printed form will say.
 */
function locate(
  index: SnapshotIndex,
  edition: Edition,
  form: Form,
  indicator: Indicator,
  table: FoundForm | null,
  named: NamedCells,
): Located {
  const own = index.find({ kind: "indicator", form: form.number, code: indicator.code });
  const row = table?.rowOf(indicator.code) ?? null;
  const byCode =
    table === null || row === null ? null : { sheet: table.sheet, row, column: table.valueColumn };
  if (own === null) {
    if (table === null || byCode === null) return { address: null, faults: [{ kind: "cell-missing" }] };
    return {
      address: byCode,
      faults: [{ kind: "name-lost", address: byCode }, ...relabelled(table, indicator, byCode)],
    };
  }
  // Without the table's header there is nothing to compare the name with.
  if (table === null) return { address: own, faults: [] };
  if (own.sheet !== table.sheet) {
    return { address: byCode ?? own, faults: [moved(own, `sheet ${own.sheet}`)] };
  }
  const found = table.codeIn(own.row);
  const labelled = saysLabel(table.labelIn(own.row), indicator);
  if (found === indicator.code || (found === null && labelled)) {
    return { address: own, faults: relabelled(table, indicator, own) };
  }
  const other = (named.get(placeKey(own)) ?? []).find(
    (name) => name.form !== form.number || name.code !== indicator.code,
  );
  const fault: CellFault =
    other === undefined
      ? moved(own, found ?? "(trống)")
      : { kind: "duplicated", address: own, other: rowInWords(other, edition, form) };
  // Where two rows have the same words, as under 3.2.1 and 3.2.2 of Định Hóa, words decide nothing.
  const twin = form.indicators.find(({ code }) => code === found);
  const told = labelled && (twin === undefined || !saysLabel(table.labelIn(own.row), twin));
  return { address: told ? own : (byCode ?? own), faults: [fault] };
}

function moved(address: CellAddress, found: string): CellFault {
  return { kind: "moved", address, found };
}

function relabelled(table: FoundForm, indicator: Indicator, address: CellAddress): readonly CellFault[] {
  const found = table.labelIn(address.row);
  return saysLabel(found, indicator) ? [] : [{ kind: "relabelled", address, found }];
}

/** The indicators whose names point to each cell; more than one where a name was misplaced. */
export type NamedCells = ReadonlyMap<string, readonly IndicatorRef[]>;

/** Where every indicator's name of an edition points to. */
export function namedCells(index: SnapshotIndex, edition: Edition): NamedCells {
  const names = new Map<string, IndicatorRef[]>();
  for (const form of edition.forms) {
    for (const { code } of form.indicators) {
      const address = index.find({ kind: "indicator", form: form.number, code });
      if (address === null) continue;
      const key = placeKey(address);
      names.set(key, [...(names.get(key) ?? []), { form: form.number, code }]);
    }
  }
  return names;
}

function placeKey({ sheet, row, column }: CellAddress): string {
  return `${sheet}!${row}:${column}`;
}

function rowInWords(row: IndicatorRef, edition: Edition, form: Form): string {
  const sheet = sheetOfForm(edition, row.form);
  const name = rowName(edition, row);
  return sheet === sheetOfForm(edition, form.number) ? name : `${name} (${sheet})`;
}
