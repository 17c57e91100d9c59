import { invalidArgument } from "./fault.js";
import { covers, intersection, type Rect, subtract } from "./rect.js";

/** A JSON value, as it travels between the add-in and its host. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A data validation as Office.js describes it: its rule is kept as it was given. */
export interface Validation {
  readonly rect: Rect;
  readonly rule: Readonly<Record<string, Json>>;
  readonly prompt: Readonly<Record<string, Json>>;
  readonly errorAlert: Readonly<Record<string, Json>>;
  readonly ignoreBlanks: boolean;
}

export type ValidationPatch = Partial<Omit<Validation, "rect">>;

const NO_PROMPT = { message: "", showPrompt: true, title: "" };
const NO_ALERT = { message: "", showAlert: true, style: "Stop", title: "" };

/** Excel.DataValidationType by the key of its rule. */
const TYPES: Readonly<Record<string, string>> = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

/** Excel's own limits: title 32 letters, message 255; a list written out 255. */
const LIMITS = { title: 32, message: 255, list: 255 };

/** The validations of a sheet after `patch` was applied to an area, which may lie across several of them. */
export function withValidation(
  all: readonly Validation[],
  rect: Rect,
  patch: ValidationPatch,
): readonly Validation[] {
  checkPatch(patch);
  const base = all.find((one) => covers(one.rect, rect));
  const next: Validation = {
    rule: {},
    prompt: NO_PROMPT,
    errorAlert: NO_ALERT,
    ignoreBlanks: true,
    ...base,
    ...patch,
    rect,
  };
  return [...withoutValidation(all, rect), next];
}

/** Takes validations off an area; what they cover elsewhere stays. */
export function withoutValidation(all: readonly Validation[], rect: Rect): readonly Validation[] {
  return all.flatMap((one) => subtract(one.rect, rect).map((part) => ({ ...one, rect: part })));
}

/** The validation of an area: one for all its cells, none, or `mixed`. */
export function validationOf(all: readonly Validation[], rect: Rect): Validation | "none" | "mixed" {
  const meeting = all.filter((one) => intersection(one.rect, rect));
  const [first] = meeting;
  if (!first) return "none";
  return meeting.length === 1 && covers(first.rect, rect) ? first : "mixed";
}

/** Excel.DataValidationType of an area. */
export function validationType(found: Validation | "none" | "mixed"): string {
  if (found === "none") return "None";
  if (found === "mixed") return "MixedCriteria";
  const key = Object.keys(found.rule)[0];
  return key === undefined ? "None" : (TYPES[key] ?? "Custom");
}

function checkPatch(patch: ValidationPatch): void {
  for (const key of Object.keys(patch.rule ?? {})) {
    if (!(key in TYPES)) throw invalidArgument("DataValidation.rule", `Unknown rule: ${key}`);
  }
  const list = patch.rule?.list;
  const source = list && typeof list === "object" && "source" in list ? list.source : null;
  if (typeof source === "string" && !source.startsWith("=") && source.length > LIMITS.list) {
    throw invalidArgument("DataValidation.rule", "A list written out holds at most 255 characters.");
  }
  checkTexts(patch.prompt, "DataValidation.prompt");
  checkTexts(patch.errorAlert, "DataValidation.errorAlert");
}

function checkTexts(texts: Readonly<Record<string, Json>> | undefined, location: string): void {
  for (const key of ["title", "message"] as const) {
    const text = texts?.[key];
    if (typeof text === "string" && text.length > LIMITS[key]) {
      throw invalidArgument(location, `${key}: at most ${LIMITS[key]} characters.`);
    }
  }
}
