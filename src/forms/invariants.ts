import { LONGEST_LIST, listLength } from "./choice-list.js";
import { type FileFault, onCircles, repeated } from "./faults.js";
import { isAmount } from "./indicators.js";
import type { Edition, Form, Indicator } from "./schema.js";

/**
 * The invariants that the schema alone cannot state: codes and numbers unique, every reference
 * resolves to a row that can carry it, choices distinct, ratios with their parts, no row that is
 * (through others) a part of itself.
 */
export function invariantFaults(edition: Edition): readonly FileFault[] {
  return [
    ...repeated(edition.forms.map((form) => String(form.number))).map((number) => ({
      path: "forms",
      message: `có hai biểu mẫu cùng số ${number}`,
    })),
    ...repeated(edition.periods.map((period) => period.id)).map((id) => ({
      path: "periods",
      message: `kỳ báo cáo ${id} khai hai lần`,
    })),
    ...periodNameFaults(edition.periods.map(({ name }) => name)).map((message) => ({
      path: "periods",
      message,
    })),
    ...edition.forms.flatMap(formFaults),
  ];
}

/** The officer chooses a period from a list on the sheet. */
function periodNameFaults(names: readonly string[]): readonly string[] {
  return [
    ...repeated(names).map((name) => `hai kỳ báo cáo cùng tên "${name}"`),
    ...names
      .filter((name) => /[,"]/.test(name))
      .map((name) => `tên kỳ "${name}" không được có dấu phẩy, dấu nháy`),
    ...(listLength(names) > LONGEST_LIST
      ? [`tên các kỳ báo cáo cộng lại dài quá ${LONGEST_LIST} ký tự`]
      : []),
  ];
}

function formFaults(form: Form): readonly FileFault[] {
  const rows = new Map(form.indicators.map((indicator) => [indicator.code, indicator]));
  return [
    ...repeated(form.indicators.map((indicator) => indicator.code)).map((code) => ({
      path: `forms.${form.number}.${code}`,
      message: `số thứ tự ${code} có hai dòng`,
    })),
    ...form.indicators.flatMap((indicator) =>
      indicatorFaults(indicator, rows).map((message) => ({
        path: `forms.${form.number}.${indicator.code}`,
        message,
      })),
    ),
    ...cycles(form).map((code) => ({
      path: `forms.${form.number}.${code}`,
      message: "dòng này, qua các dòng thành phần, lại là thành phần của chính nó",
    })),
  ];
}

function indicatorFaults(indicator: Indicator, rows: ReadonlyMap<string, Indicator>): readonly string[] {
  const faults: string[] = [];
  for (const [role, code] of references(indicator)) {
    const target = rows.get(code);
    if (code === indicator.code) faults.push(`${role} trỏ về chính dòng này`);
    else if (target === undefined) faults.push(`${role} ${code} không có trong biểu`);
    else if (role === "điều kiện" ? target.kind !== "choice" : !isAmount(target)) {
      faults.push(`${role} ${code} không phải là dòng ${role === "điều kiện" ? "lựa chọn" : "số"}`);
    }
  }
  if (indicator.kind === "ratio" && indicator.ratio !== undefined && indicator.reduction !== undefined) {
    faults.push("một dòng tỷ lệ không thể vừa khai ratio vừa khai reduction");
  }
  if (indicator.kind === "choice") {
    const values = indicator.choices.map((choice) => String(choice.value));
    const labels = indicator.choices.map((choice) => choice.label.toLowerCase());
    for (const value of repeated(values)) faults.push(`hai lựa chọn cùng giá trị ${value}`);
    for (const label of repeated(labels)) faults.push(`hai lựa chọn cùng tên "${label}"`);
  }
  if (isAmount(indicator) && indicator.parts !== undefined) {
    for (const code of repeated(indicator.parts.codes)) faults.push(`thành phần ${code} khai hai lần`);
  }
  return faults;
}

/** Every row that an indicator points to, with the Vietnamese name of the part it plays. */
function references(indicator: Indicator): readonly (readonly [role: string, code: string])[] {
  if (indicator.kind === "heading") return [];
  const found: [string, string][] = [];
  if (indicator.requiredWhen !== undefined) found.push(["điều kiện", indicator.requiredWhen.code]);
  if (indicator.kind === "ratio") {
    if (indicator.ratio !== undefined) {
      found.push(["tử số", indicator.ratio.numerator], ["mẫu số", indicator.ratio.denominator]);
    }
    if (indicator.reduction !== undefined) {
      found.push(
        ["số trước khi giảm", indicator.reduction.from],
        ["số sau khi giảm", indicator.reduction.to],
      );
    }
  }
  if (isAmount(indicator)) {
    for (const code of indicator.parts?.codes ?? []) found.push(["thành phần", code]);
    if (indicator.atMost !== undefined) found.push(["tổng", indicator.atMost]);
  }
  return found;
}

/** Codes of the rows that reach themselves through `parts` or `atMost`. */
function cycles(form: Form): readonly string[] {
  const wholes = new Map<string, string[]>();
  const add = (part: string, whole: string) => wholes.set(part, [...(wholes.get(part) ?? []), whole]);
  for (const indicator of form.indicators) {
    if (!isAmount(indicator)) continue;
    for (const part of indicator.parts?.codes ?? []) add(part, indicator.code);
    if (indicator.atMost !== undefined) add(indicator.code, indicator.atMost);
  }
  return onCircles(wholes);
}
