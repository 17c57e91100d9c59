/** The edition whose forms a file takes (`"forms": {"from": "tu-ky-2023"}`), or null for a file with forms of its own. */
export function formsFrom(json: unknown): string | null {
  const forms = isRecord(json) ? json.forms : null;
  return isRecord(forms) && typeof forms.from === "string" ? forms.from : null;
}

/**
 * A file that takes the forms of another edition, with those forms. The same rows owe one another the
 * same, so it takes the rules too unless it has its own. Null where the other has no forms to give.
 */
export function withFormsOf(json: unknown, origin: unknown): unknown {
  if (!isRecord(json) || !isRecord(origin) || formsFrom(origin) !== null) return null;
  const rules = json.rules ?? origin.rules;
  return { ...json, forms: origin.forms, ...(rules !== undefined && { rules }) };
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
