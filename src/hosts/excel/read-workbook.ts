import { parseReference } from "../../values/address.js";
import type { Culture } from "../../values/culture.js";
import { remembered } from "../../values/remembered.js";
import { sheetsByName } from "../../workbook/layout/form-layout.js";
import { sheetKey } from "../../workbook/layout/names.js";
import type { NamedText, NameSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot.js";
import type { CaptureScope } from "../port.js";
import type { WorkbookMemory } from "./memory.js";
import { NO_CELLS } from "./read-cells.js";
import { completed, isOurName, limitsOf, readTogether } from "./read-sheets.js";
import type { ExcelRuntime } from "./runtime.js";
import type { SheetCells } from "./sheet-cells.js";

/** A snapshot and what else must be known before writing. */
export interface WorkbookState {
  readonly snapshot: WorkbookSnapshot;
  readonly readOnly: boolean;
  readonly structureProtected: boolean;
}

/**
 * Reads the sheets that matter: those called as ours, and those on which a name of ours stands,
 * whatever they are called now. One round trip where that is at most 2 MB and was seen before; others
 * when a sheet of ours was renamed before this host saw it, when it is longer than thought, when there
 * is more to read than fits into one answer, or for the sheets of others.
 *
 * @param wanted further sheets that matter, by name
 * @param scope `whole` to read the sheets of others too; they do not matter any more for that;
 * `changed` to take sheets of which Excel told nothing since as they were read
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  runtime: ExcelRuntime,
  memory: WorkbookMemory,
  wanted: readonly string[] = [],
  scope: CaptureScope = "ours",
): Promise<WorkbookState> {
  const wantedNames = new Map([...sheetsByName(), ...wanted].map((name) => [sheetKey(name), name]));
  const known = memory.relevantSheets;
  const knownNames = new Set(known.map(({ name }) => sheetKey(name)));
  const unknown = [...wantedNames].flatMap(([key, name]) => (knownNames.has(key) ? [] : [name]));
  const cells = new Map<string, SheetCells>();
  if (scope === "changed") {
    for (const { id } of known) {
      const fresh = memory.freshCells(id);
      if (fresh !== null) cells.set(id, fresh);
    }
  }
  const putBack = memory.asking();
  try {
    const keys = [...known.flatMap(({ id }) => (cells.has(id) ? [] : [id])), ...unknown];
    const about = () => askAbout(context, runtime);
    const { alongside: state, readings } = await readTogether(context, memory, keys, about);
    const ours = new Set(
      state.names.flatMap(({ name, area }) =>
        area !== null && isOurName(name) ? [sheetKey(area.sheet)] : [],
      ),
    );
    const isRelevant = ({ name }: Excel.Worksheet) =>
      ours.has(sheetKey(name)) || wantedNames.has(sheetKey(name));
    const asked = scope === "whole" ? state.sheets : state.sheets.filter(isRelevant);
    const limits = limitsOf(state.names);

    for (const [id, read] of await completed(context, readings, limits)) cells.set(id, read);
    const late = asked.flatMap(({ id }) => (cells.has(id) ? [] : [id]));
    if (late.length > 0) {
      const further = await readTogether(context, memory, late, () => () => null);
      for (const [id, read] of await completed(context, further.readings, limits)) cells.set(id, read);
    }

    memory.remember(
      state.sheets.map((sheet) => ({ id: sheet.id, name: sheet.name, relevant: isRelevant(sheet) })),
    );
    for (const sheet of asked) {
      const read = cells.get(sheet.id);
      if (read !== undefined && isRelevant(sheet)) memory.keep(sheet.id, read);
    }
    return {
      snapshot: {
        sheets: asked.map((sheet) => sheetOf(sheet, cells.get(sheet.id))),
        names: state.names,
        constants: state.constants,
        culture: state.culture,
      },
      readOnly: state.readOnly,
      structureProtected: state.structureProtected,
    };
  } catch (error) {
    putBack();
    throw error;
  }
}

/** What is known of a workbook apart from cells. */
interface About {
  readonly sheets: readonly Excel.Worksheet[];
  readonly names: readonly NameSnapshot[];
  readonly constants: readonly NamedText[];
  readonly culture: Culture | null;
  readonly readOnly: boolean;
  readonly structureProtected: boolean;
}

/** Asks for what is known apart from cells; the returned function reads it after the sync. */
function askAbout(context: Excel.RequestContext, runtime: ExcelRuntime): () => About {
  const { workbook } = context;
  workbook.worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  workbook.names.load("items/name,items/formula");
  workbook.load("readOnly");
  workbook.protection.load("protected");
  const culture = loadCulture(context, runtime);
  return () => ({
    sheets: workbook.worksheets.items,
    names: workbook.names.items.map(({ name, formula }) => nameOf(name, formula)),
    constants: workbook.names.items.flatMap(({ name, formula }) => constantOf(name, formula)),
    culture: culture(),
    readOnly: workbook.readOnly,
    structureProtected: workbook.protection.protected,
  });
}

/** The same sheet as before where nothing of it was read anew: what is known of it stays known. */
function sheetOf(sheet: Excel.Worksheet, cells: SheetCells | undefined): SheetSnapshot {
  const before = cells === undefined ? undefined : sheets.get(cells);
  const { name } = sheet;
  const visible = sheet.visibility === "Visible";
  const isProtected = sheet.protection.protected;
  if (before?.name === name && before.visible === visible && before.protected === isProtected) return before;
  const now = { name, visible, protected: isProtected, ...(cells?.grids ?? NO_CELLS) };
  if (cells !== undefined) sheets.set(cells, now);
  return now;
}

const sheets = new WeakMap<SheetCells, SheetSnapshot>();

function nameOf(name: string, formula: unknown): NameSnapshot {
  return { name, area: typeof formula === "string" ? areaOf(formula).area : null };
}

/** Hundreds of names point where they pointed at the last reading. */
const areaOf = remembered((formula) => ({ area: parseReference(formula) }));

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
