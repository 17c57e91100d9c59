import { DEFAULT_EDITION } from "../forms/catalogue.js";
import { printedCode, printedUnit } from "../forms/indicators.js";
import type { Edition, EditionSource, Form, Indicator } from "../forms/schema.js";
import { PROPOSED_NOTE } from "../forms/source.js";
import { isRequired } from "../rules/kinds/values.js";
import { sheetOfForm } from "../workbook/layout/form-layout.js";
import { indicatorName } from "../workbook/layout/names.js";
import { describeTables } from "./describe-table.js";

/** The sheet that a form stands on, as the edition prints it. */
export { sheetOfForm } from "../workbook/layout/form-layout.js";

/** An edition as data for a reader outside: every form, row, table, period, outline and the source document. */
export function describeEdition(edition: Edition) {
  const { id, name, source, superior, layout, periods, outlines } = edition;
  return {
    id,
    name,
    default: id === DEFAULT_EDITION,
    status: source.status,
    source: describeSource(source),
    superior,
    layout: layout.kind,
    periods,
    outlines,
    forms: edition.forms.map((form) => describeForm(edition, form)),
    tables: describeTables(edition),
  };
}

function describeSource(source: EditionSource) {
  if (source.status === "proposed") return { note: PROPOSED_NOTE, basis: source.basis };
  const { type, number, date, issuer, subject } = source;
  return { type, number, date, issuer, subject };
}

function describeForm(edition: Edition, form: Form) {
  return {
    number: form.number,
    title: form.title,
    sheet: sheetOfForm(edition, form.number),
    indicators: form.indicators.map((indicator) => describeIndicator(form.number, indicator)),
  };
}

function describeIndicator(form: number, indicator: Indicator) {
  const { code, label, kind, subject, remark } = indicator;
  const base = {
    code,
    printedCode: printedCode(indicator),
    label,
    kind,
    unit: printedUnit(indicator) || null,
    name: indicatorName(form, code),
    subject,
    required: isRequired(indicator),
    /** The row that asks for this one, and its answer that does. */
    requiredWhen: indicator.kind === "heading" ? null : (indicator.requiredWhen ?? null),
    remark: remark ?? null,
  };
  switch (indicator.kind) {
    case "heading":
      return base;
    case "choice":
      return { ...base, span: indicator.span, choices: indicator.choices };
    case "ratio":
      return {
        ...base,
        span: indicator.span,
        ratio: indicator.ratio ?? null,
        reduction: indicator.reduction ?? null,
      };
    case "count":
    case "money":
      return {
        ...base,
        span: indicator.span,
        parts: indicator.parts ?? null,
        atMost: indicator.atMost ?? null,
      };
    case "text":
      return { ...base, span: indicator.span };
  }
}
