import { printedCode, printedUnit, refOf } from "../../forms/indicators.js";
import type { Edition, EditionSource, Form, Indicator } from "../../forms/schema.js";
import { PROPOSED_NOTE } from "../../forms/source.js";
import { isRequired } from "../../rules/derive.js";
import { helpOfFormRule } from "../../rules/help.js";
import type { FormRule } from "../../rules/rule.js";
import { sheetOfForm } from "../../workbook/layout/form-layout.js";
import { indicatorName } from "../../workbook/layout/names.js";
import { tablesJson } from "./table-json.js";

/** An edition as `cchc editions --json` prints it: every form, row, table, period, outline and the source document. */
export function editionJson(edition: Edition, isDefault: boolean): unknown {
  const { id, name, source, superior, layout, periods, outlines } = edition;
  return {
    id,
    name,
    default: isDefault,
    status: source.status,
    source: sourceJson(source),
    superior,
    layout: layout.kind,
    periods,
    outlines,
    forms: edition.forms.map((form) => formJson(edition, form)),
    tables: tablesJson(edition),
  };
}

function sourceJson(source: EditionSource): unknown {
  if (source.status === "proposed") return { note: PROPOSED_NOTE, basis: source.basis };
  const { type, number, date, issuer, subject } = source;
  return { type, number, date, issuer, subject };
}

function formJson(edition: Edition, form: Form): unknown {
  return {
    number: form.number,
    title: form.title,
    sheet: sheetOfForm(edition, form.number),
    indicators: form.indicators.map((indicator) => indicatorJson(form.number, indicator)),
  };
}

function indicatorJson(form: number, indicator: Indicator): unknown {
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

/** A rule as `cchc rules --json` prints it. */
export function ruleJson(rule: FormRule, edition: Edition): unknown {
  return {
    id: rule.id,
    severity: rule.severity,
    form: rule.form,
    code: rule.code,
    inputs: rule.inputs.map(refOf),
    check: rule.check.kind,
    name: rule.check.kind === "relation" ? rule.check.rule.name : null,
    help: helpOfFormRule(rule, edition),
  };
}
