import type { AmountIndicator, Edition, FilledIndicator, Form, Indicator } from "./schema.js";

/** One row of one form. */
export interface IndicatorRef {
  readonly form: number;
  readonly code: string;
}

const WORDS_BESIDE_CODE = 8;
/** "Số TTHC đang cung cấp trực tuyến mức độ 3" and the row below it differ from the eleventh word on. */
const WORDS_WITHOUT_CODE = 12;

/** `3/3.3.1`: an indicator's place in an edition as a map key. */
export type IndicatorKey = `${number}/${string}`;

export function indicatorKey(form: number, code: string): IndicatorKey {
  return `${form}/${code}`;
}

/** A row as data files name it (`3/3.3.1`), as a key. */
export function rowKey(row: string): IndicatorKey {
  const slash = row.indexOf("/");
  return indicatorKey(Number(row.slice(0, slash)), row.slice(slash + 1));
}

/** The row that a key names. */
export function refOf(key: IndicatorKey): IndicatorRef {
  const slash = key.indexOf("/");
  return { form: Number(key.slice(0, slash)), code: key.slice(slash + 1) };
}

/** The STT as the form prints it: the code with a final dot; an empty string for rows without one. */
export function printedCode(indicator: Pick<Indicator, "code" | "uncoded">): string {
  return indicator.uncoded === true ? "" : `${indicator.code}.`;
}

/**
 * How messages name a row: `3.3.1`, or its first words in quotes where the print gives it no STT; with the STT
 * above it where another row of the form begins alike: `"Tổng số TTHC đủ điều kiện" (3.2.1)`.
 * A row that the edition does not have is named by its code.
 */
export function rowName(edition: Edition, ref: IndicatorRef): string {
  const indicator = findIndicator(edition, ref);
  if (indicator?.uncoded !== true) return ref.code;
  const words = (row: Indicator) => firstWords(labelOf(row, edition.superior), WORDS_WITHOUT_CODE);
  const own = words(indicator);
  const rows = edition.forms.find(({ number }) => number === ref.form)?.indicators ?? [];
  const alike = rows.filter((row) => row.uncoded === true && words(row) === own).length > 1;
  const above = alike
    ? rows.slice(0, rows.indexOf(indicator)).findLast((row) => row.uncoded !== true)
    : undefined;
  return above === undefined ? `"${own}"` : `"${own}" (${above.code})`;
}

/** The first words of a long label: enough to know the row by, beside its code. */
export function firstWords(label: string, most: number = WORDS_BESIDE_CODE): string {
  const words = label.split(" ");
  return words.length <= most ? label : `${words.slice(0, most).join(" ")} ...`;
}

/** Every row of an edition with its form, in printed order. */
export function* eachIndicator(
  edition: Edition,
): Generator<{ readonly form: Form; readonly indicator: Indicator }> {
  for (const form of edition.forms) {
    for (const indicator of form.indicators) yield { form, indicator };
  }
}

/** The row of that form and code, or null. */
export function findIndicator(edition: Edition, ref: IndicatorRef): Indicator | null {
  const form = edition.forms.find((candidate) => candidate.number === ref.form);
  return form?.indicators.find((candidate) => candidate.code === ref.code) ?? null;
}

/** True for rows that hold a number of things or of money, which may have parts. */
export function isAmount(indicator: Indicator): indicator is AmountIndicator {
  return indicator.kind === "count" || indicator.kind === "money";
}

/** True for the rows that an officer fills; groups (headings) hold no value. */
export function isFilled(indicator: Indicator): indicator is FilledIndicator {
  return indicator.kind !== "heading";
}

/**
 * The unit as printed: for a choice its options, one per line (`Có = 1`), otherwise the unit, and
 * an empty string where the print has none.
 */
export function printedUnit(indicator: Indicator): string {
  switch (indicator.kind) {
    case "heading":
      return "";
    case "choice":
      return indicator.choices.map((choice) => `${choice.label} = ${choice.value}`).join("\n");
    default:
      return indicator.unit ?? "";
  }
}

/** The label with the superior put in; a label that names none is returned as it is. */
export function labelOf(indicator: Indicator, superior: string): string {
  return indicator.label.replaceAll("{superior}", superior);
}
