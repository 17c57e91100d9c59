import { type IndicatorKey, refOf, rowName } from "../../../forms/indicators.js";
import type { Edition, Form } from "../../../forms/schema.js";
import { a1, areaOf, type Rectangle } from "../../../values/address.js";
import { type FormSheet, formLayout, formSheets, valueCell } from "../../layout/form-layout.js";
import { indicatorName } from "../../layout/names.js";
import type { ConditionPlan, NamePlan, SheetPlan, ValidationPlan } from "../../plan.js";
import { MARGINS, rectangle } from "../plan-cells.js";
import { conditionsOf, relationConditionsOf } from "./conditions.js";
import { planFormHead } from "./plan-form-head.js";
import { planFormRow } from "./plan-form-row.js";
import { mergeValidations, validationOf } from "./validations.js";

const { columns, widths, headerRow, subheaderRow } = formLayout;

/**
 * The sheets of an edition's forms as the official print has them: one for each form, or one
 * continuous table. Caption, title, a header of two rows, one row per indicator.
 *
 * @param superior how labels name the superior (see `superiorInLabels`)
 */
export function planForms(edition: Edition, superior: string): readonly SheetPlan[] {
  return formSheets(edition).map((sheet) => planSheet(edition, sheet, superior));
}

function planSheet(edition: Edition, sheet: FormSheet, superior: string): SheetPlan {
  const { layout } = edition;
  const blocks =
    layout.kind === "continuous" ? sheet.forms.flatMap((form) => blocksWithoutCode(edition, form)) : [];
  const detailOf = (row: number) => {
    const block = blocks.find(({ top }) => top === row);
    if (block === undefined || layout.kind !== "continuous") return null;
    return { word: layout.detail, rows: block.bottom - block.top + 1 };
  };
  const rows = sheet.forms.flatMap((form) =>
    form.indicators.map((indicator) => {
      const { row } = valueCell(edition, form, indicator.code);
      const cellOf = (code: string) => a1(valueCell(edition, form, code));
      const headsForm = layout.kind === "continuous" && indicator === form.indicators[0];
      const place = { row, detail: detailOf(row), headsForm, superior, cellOf };
      return planFormRow(form, indicator, place);
    }),
  );
  const head = planFormHead(edition, sheet);
  return {
    name: sheet.name,
    tabColor: "#2F5597",
    columnWidths: widths,
    rowHeights: [...head.heights, ...rows.map((row) => row.height)],
    cells: [...head.cells, ...rows.flatMap((row) => row.cells)],
    merges: [...head.merges, ...blocks.filter((block) => block.bottom > block.top)],
    validations: mergeValidations(sheet.forms.flatMap((form) => formValidations(edition, form))),
    conditions: sheet.forms.flatMap((form) => formConditions(edition, form)),
    frozenRows: subheaderRow,
    print: {
      orientation: "portrait",
      titleRows: { first: headerRow, last: subheaderRow },
      margins: MARGINS,
    },
  };
}

/** The names of an edition's result cells, group rows among them: officers write there too. */
export function formNames(edition: Edition): readonly NamePlan[] {
  return edition.forms.flatMap((form) =>
    form.indicators.map(({ code }) => ({
      name: indicatorName(form.number, code),
      area: areaOf(valueCell(edition, form, code)),
    })),
  );
}

function formValidations(edition: Edition, form: Form): readonly ValidationPlan[] {
  const nameOfRow = (code: string) => rowName(edition, { form: form.number, code });
  return form.indicators.flatMap((indicator) => {
    const validation = validationOf(indicator, nameOfRow);
    return validation === null ? [] : [{ ...validation, area: resultArea(edition, form, indicator.code) }];
  });
}

function formConditions(edition: Edition, form: Form): readonly ConditionPlan[] {
  const cellOf = (code: string) => a1(valueCell(edition, form, code));
  const areaOf = (code: string) => resultArea(edition, form, code);
  // By name where a row stands in another form: no version of Excel refuses that, and it moves with its row.
  const cellOfAny = (key: IndicatorKey) => {
    const { form: number, code } = refOf(key);
    return number === form.number ? cellOf(code) : indicatorName(number, code);
  };
  return [...conditionsOf(form, cellOf, areaOf), ...relationConditionsOf(edition, form, cellOfAny, areaOf)];
}

/** The result cell of a row. */
function resultArea(edition: Edition, form: Form, code: string): Rectangle {
  const { row } = valueCell(edition, form, code);
  return rectangle(row, columns.value, row, columns.value);
}

/** STT cells of neighbouring rows without an STT: one merged cell, as the print has it. */
function blocksWithoutCode(edition: Edition, form: Form): readonly Rectangle[] {
  const blocks: Rectangle[] = [];
  for (const indicator of form.indicators) {
    if (indicator.uncoded !== true) continue;
    const { row } = valueCell(edition, form, indicator.code);
    const last = blocks.at(-1);
    if (last !== undefined && last.bottom + 1 === row) blocks[blocks.length - 1] = { ...last, bottom: row };
    else blocks.push(rectangle(row, columns.code, row, columns.code));
  }
  return blocks;
}
