import { type Area, parseReference } from "../../values/address.js";
import type { Culture } from "../../values/culture.js";
import {
  CONTINUOUS_SHEET,
  formSheetName,
  INFO_SHEET,
  sheetKey,
  TEXTS_SHEET,
} from "../../workbook/layout/names.js";
import type { NamedText, NameSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot.js";
import type { CaptureScope } from "../port.js";
import type { WorkbookMemory } from "./memory.js";
import { rangeAt } from "./ranges.js";
import { CELL_PROPERTIES, gridsOf, NO_CELLS } from "./read-cells.js";
import type { ExcelRuntime } from "./runtime.js";

/** A snapshot and what else must be known before writing. */
export interface WorkbookState {
  readonly snapshot: WorkbookSnapshot;
  /** Ids of the sheets in the snapshot, by sheet name. */
  readonly ids: ReadonlyMap<string, string>;
  readonly readOnly: boolean;
  readonly structureProtected: boolean;
}

/** Sheets that matter whatever else the workbook holds. */
const OUR_SHEETS = [INFO_SHEET, ...[1, 2, 3, 4, 5, 6, 7].map(formSheetName), CONTINUOUS_SHEET, TEXTS_SHEET];
const OUR_NAMES = /^CCHC_/i;
/**
 * What is read of a sheet at first. A stray entry in row 1048576 would otherwise make the used range
 * larger than Excel gives at once; the longest form has some 40 rows.
 */
const WINDOW = { rows: 2000, columns: 26, address: "A1:Z2000" };

interface Probe {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

/**
 * Reads the sheets that matter: those called as ours, and those on which a name of ours stands,
 * whatever they are called now. One round trip; a second only when a sheet of ours was renamed
 * before this host saw it, when one of our names points far out, or for the sheets of others.
 *
 * @param wanted further sheets that matter, by name
 * @param scope `whole` to read the sheets of others too; they do not matter any more for that
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  runtime: ExcelRuntime,
  memory: WorkbookMemory,
  wanted: readonly string[] = [],
  scope: CaptureScope = "ours",
): Promise<WorkbookState> {
  const { workbook } = context;
  const sheets = workbook.worksheets;
  sheets.load("items/id,items/name,items/visibility,items/protection/protected");
  workbook.names.load("items/name,items/formula");
  workbook.load("readOnly");
  workbook.protection.load("protected");
  const culture = loadCulture(context, runtime);

  const wantedNames = new Map([...OUR_SHEETS, ...wanted].map((name) => [sheetKey(name), name]));
  const known = memory.relevantSheets;
  const knownNames = new Set(known.map(({ name }) => sheetKey(name)));
  const unknown = [...wantedNames].filter(([key]) => !knownNames.has(key));
  const keys = [...known.map(({ id }) => id), ...unknown.map(([, name]) => name)];
  const probes = keys.map((key) => probe(sheets, key));
  await context.sync();

  const named = workbook.names.items.map(({ name, formula }) => nameOf(name, formula));
  const ours = new Set(
    named.flatMap(({ name, area }) => (area !== null && OUR_NAMES.test(name) ? [sheetKey(area.sheet)] : [])),
  );
  const isRelevant = ({ name }: Excel.Worksheet) =>
    ours.has(sheetKey(name)) || wantedNames.has(sheetKey(name));
  const asked = scope === "whole" ? sheets.items : sheets.items.filter(isRelevant);
  const read = usedRanges(probes);
  const farOut = new Set(named.flatMap((name) => (isFarOut(name) ? [sheetKey(name.area.sheet)] : [])));
  const late = asked.flatMap(({ id, name }) => {
    const whole = farOut.has(sheetKey(name));
    return whole || !read.has(id) ? [probe(sheets, id, whole)] : [];
  });
  if (late.length > 0) await context.sync();
  for (const [id, range] of usedRanges(late)) read.set(id, range);

  memory.remember(
    sheets.items.map((sheet) => ({ id: sheet.id, name: sheet.name, relevant: isRelevant(sheet) })),
  );
  return {
    snapshot: {
      sheets: asked.map((sheet) => sheetOf(sheet, read.get(sheet.id))),
      names: named,
      constants: workbook.names.items.flatMap(({ name, formula }) => constantOf(name, formula)),
      culture: culture(),
    },
    ids: new Map(asked.map(({ id, name }) => [name, id])),
    readOnly: workbook.readOnly,
    structureProtected: workbook.protection.protected,
  };
}

/** Asks for a sheet, by id or name, that may not be there, and for its cells. */
function probe(sheets: Excel.WorksheetCollection, key: string, whole = false): Probe {
  const sheet = sheets.getItemOrNullObject(key);
  const used = (whole ? sheet : rangeAt(sheet, WINDOW.address)).getUsedRangeOrNullObject(true);
  sheet.load("id");
  used.load(CELL_PROPERTIES).untrack();
  return { sheet, used };
}

function usedRanges(probes: readonly Probe[]): Map<string, Excel.Range> {
  const found = probes.filter(({ sheet }) => !sheet.isNullObject);
  return new Map(found.map(({ sheet, used }) => [sheet.id, used]));
}

function sheetOf(sheet: Excel.Worksheet, range: Excel.Range | undefined): SheetSnapshot {
  return {
    name: sheet.name,
    visible: sheet.visibility === "Visible",
    protected: sheet.protection.protected,
    ...(range === undefined || range.isNullObject ? NO_CELLS : gridsOf(range)),
  };
}

function isFarOut(name: NameSnapshot): name is NameSnapshot & { readonly area: Area } {
  const { area } = name;
  if (area === null || !OUR_NAMES.test(name.name)) return false;
  return area.bottom > WINDOW.rows || area.right > WINDOW.columns;
}

function nameOf(name: string, formula: unknown): NameSnapshot {
  return { name, area: typeof formula === "string" ? parseReference(formula) : null };
}

/** A name that holds a text: `="tu-ky-2023"`. */
function constantOf(name: string, formula: unknown): readonly NamedText[] {
  const text = typeof formula === "string" ? /^="((?:[^"]|"")*)"$/.exec(formula)?.[1] : undefined;
  return text === undefined ? [] : [{ name, text: text.replaceAll('""', '"') }];
}

/** Asks for the marks that Excel uses in numbers (1.11); the returned function reads them after the sync. */
function loadCulture(context: Excel.RequestContext, runtime: ExcelRuntime): () => Culture | null {
  if (!runtime.supports("1.11")) return () => null;
  const { application } = context.workbook;
  application.load("decimalSeparator,thousandsSeparator");
  return () => ({ decimal: application.decimalSeparator, group: application.thousandsSeparator });
}
