import { type Additions, isSomething } from "../../workbook/additions/additions.js";
import { compareWithPlan } from "../../workbook/additions/compare-with-plan.js";
import { sheetKey } from "../../workbook/layout/names.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import { Refusal } from "../attempt.js";
import { obstacleTo, previewOf, reportOf } from "../insertion.js";
import type { ApplyPreview, ApplyReport, HostFault } from "../port.js";
import { cellData } from "./cell-data.js";
import { closedSheets, isChanged, missingSheet } from "./faults.js";
import { ours, type SheetsMessages } from "./messages.js";
import { contentRequests, type SheetTarget, sheetRequest } from "./plan-requests.js";
import { type Book, bookOf, gridRange } from "./read-book.js";
import type { Request } from "./wire.js";

/** How often an insertion starts again because somebody changed the spreadsheet meanwhile. */
const TRIES = 3;

/** What `applyPlan` would do to the spreadsheet as it was read. */
export function previewPlan(plan: WorkbookPlan, book: Book): ApplyPreview {
  const additions = compareWithPlan(plan, book.snapshot);
  return previewOf(additions, obstacleIn(additions, book));
}

/** Whether every sheet that a plan is about was read, as far as it is there. */
export function hasRead(book: Book, plan: WorkbookPlan): boolean {
  const read = new Set(book.snapshot.sheets.map(({ name }) => sheetKey(name)));
  return sheetTitles(plan).every((title) => !book.ids.has(sheetKey(title)) || read.has(sheetKey(title)));
}

/**
 * Adds what the spreadsheet lacks of a plan: one reading, one update that is done whole or not at
 * all. When somebody changes the spreadsheet between the two, both are done again.
 *
 * @param settled is told the version after the update
 */
export async function applyPlan(
  messages: SheetsMessages,
  plan: WorkbookPlan,
  settled: (version: string) => void,
): Promise<ApplyReport> {
  for (let tries = 1; ; tries += 1) {
    const { version: since } = await messages.stamp();
    const book = bookOf(await messages.read(ours(sheetTitles(plan))));
    const additions = compareWithPlan(plan, book.snapshot);
    const obstacle = obstacleIn(additions, book);
    if (obstacle !== null) throw new Refusal(obstacle);
    if (!isSomething(additions)) return reportOf(additions);
    try {
      settled(await messages.update(additionRequests(additions, book), since));
      return reportOf(additions);
    } catch (error) {
      if (tries === TRIES || !isChanged(error)) throw error;
    }
  }
}

function obstacleIn(additions: Additions, { snapshot }: Book): HostFault | null {
  const obstacle = obstacleTo(additions, snapshot);
  if (obstacle?.kind !== "protected") return obstacle;
  // The way to lift a protection is another one here.
  return closedSheets(snapshot.sheets.filter((sheet) => sheet.protected).map(({ name }) => name));
}

/** All requests of an insertion: sheets first, so that formulas and names find them. */
export function additionRequests(additions: Additions, book: Book): readonly Request[] {
  const { locale } = book;
  const ids = new Map(book.ids);
  const idOf = (sheet: string): number => {
    const id = ids.get(sheetKey(sheet));
    if (id === undefined) throw new Refusal(missingSheet(sheet));
    return id;
  };
  let free = Math.max(0, ...ids.values());
  const targets = additions.newSheets.map(({ plan, blank }): SheetTarget => {
    if (blank !== null) return { plan, sheetId: idOf(blank), isNew: false, locale };
    free += 1;
    ids.set(sheetKey(plan.name), free);
    return { plan, sheetId: free, isNew: true, locale };
  });
  return [
    ...targets.map(sheetRequest),
    ...targets.flatMap(contentRequests),
    ...additions.keptSheets.flatMap(({ name, fills }) =>
      fills.map(
        (cell): Request => ({
          updateCells: {
            start: { sheetId: idOf(name), rowIndex: cell.row - 1, columnIndex: cell.column - 1 },
            rows: [{ values: [numberFormatOnly(cellData(cell, locale))] }],
            fields: "userEnteredValue,userEnteredFormat.numberFormat",
          },
        }),
      ),
    ),
    ...additions.names.map(({ name, area }): Request => {
      const range = gridRange(idOf(area.sheet), area);
      const namedRangeId = book.nameIds.get(name.toLowerCase());
      return namedRangeId === undefined
        ? { addNamedRange: { namedRange: { name, range } } }
        : { updateNamedRange: { namedRange: { namedRangeId, name, range }, fields: "range" } };
    }),
    ...additions.constants.map(({ name, text }) => textRequest(name, text, book.texts.has(name))),
  ];
}

/** A cell of a sheet that is there keeps its look. */
function numberFormatOnly({ userEnteredValue, userEnteredFormat }: ReturnType<typeof cellData>) {
  const numberFormat = userEnteredFormat?.numberFormat;
  return {
    ...(userEnteredValue === undefined ? {} : { userEnteredValue }),
    ...(numberFormat === undefined ? {} : { userEnteredFormat: { numberFormat } }),
  };
}

/** What Excel keeps in a name without a place is developer metadata here. */
function textRequest(metadataKey: string, metadataValue: string, isThere: boolean): Request {
  if (isThere) {
    return {
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: { metadataKey } }],
        developerMetadata: { metadataValue },
        fields: "metadataValue",
      },
    };
  }
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey,
        metadataValue,
        visibility: "DOCUMENT",
        location: { spreadsheet: true },
      },
    },
  };
}

/** The titles of the sheets that a plan is about. */
export function sheetTitles(plan: WorkbookPlan): readonly string[] {
  return [...new Set([...plan.sheets.map(({ name }) => name), ...plan.names.map(({ area }) => area.sheet)])];
}
