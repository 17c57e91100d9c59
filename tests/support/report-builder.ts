import { eachIndicator, type IndicatorKey, indicatorKey } from "../../src/forms/indicators.js";
import { findEdition } from "../../src/forms/library.js";
import type { Edition } from "../../src/forms/schema.js";
import type { IndicatorValue, Report, ReportInfo } from "../../src/report/report.js";
import { BLANK_CELL, type Cell } from "../../src/values/cell.js";
import { readCell } from "../../src/values/reading.js";

/** Values as an officer types them, by `form/code`: a string is a text cell, a number a number cell. */
export type TypedValues = Readonly<Record<string, string | number>>;

/** Information of which nothing is known. */
export const BLANK_INFO: ReportInfo = {
  organization: "",
  superior: "",
  province: "",
  period: null,
  year: null,
  from: null,
  to: null,
  number: "",
  symbol: "",
  place: "",
  date: null,
  guidance: "",
  addressees: [],
  recipients: [],
  signerAuthority: "",
  signerTitle: "",
  signerName: "",
  unreadable: [],
};

/**
 * A report from typed values, each cell read as the product reads it. Cells stand one below the
 * other in column D of `Biểu mẫu N`, from row 5.
 *
 * @throws on a value whose row the edition does not have
 */
export function buildReport(
  edition: Edition | string,
  values: TypedValues = {},
  info: Partial<ReportInfo> = {},
  texts: Readonly<Record<string, string>> = {},
): Report {
  const known = typeof edition === "string" ? findEdition(edition) : edition;
  if (known === null) throw new Error(`No edition ${String(edition)}`);
  const cells = new Map<IndicatorKey, IndicatorValue>();
  let row = 5;
  let lastForm = 0;
  for (const { form, indicator } of eachIndicator(known)) {
    row = form.number === lastForm ? row + 1 : 5;
    lastForm = form.number;
    const key = indicatorKey(form.number, indicator.code);
    const typed = values[key];
    const cell: Cell = typed === undefined ? BLANK_CELL : { value: typed, format: "General", formula: "" };
    cells.set(key, {
      form: form.number,
      code: indicator.code,
      address: { sheet: `Biểu mẫu ${form.number}`, row, column: 4 },
      cell,
      reading: readCell(cell, indicator, null),
    });
  }
  const strangers = Object.keys(values).filter((key) => ![...cells.keys()].some((known) => known === key));
  if (strangers.length > 0) throw new Error(`${known.id} has no row ${strangers.join(", ")}`);
  return {
    edition: known,
    info: { ...BLANK_INFO, ...info },
    infoCells: new Map(),
    values: cells,
    texts: new Map(Object.entries(texts)),
    tables: new Map(),
    notes: new Map(),
    layout: [],
    confirmations: [],
    lastCheck: null,
  };
}
