import { absoluteReference } from "../../values/address.js";
import { type Additions, isSomething } from "../../workbook/additions/additions.js";
import { compareWithPlan } from "../../workbook/additions/compare-with-plan.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import { obstacleTo, previewOf, reportOf } from "../insertion.js";
import type { ApplyPreview, ApplyReport, HostFault } from "../port.js";
import { faultOf, PROTECTED_STRUCTURE, Refusal } from "./faults.js";
import type { WorkbookMemory } from "./memory.js";
import { setUpPages } from "./page-setup.js";
import { readWorkbook, type WorkbookState } from "./read-workbook.js";
import { BUTTON, type ExcelRuntime } from "./runtime.js";
import { writeCell } from "./write-contents.js";
import { writeSheet } from "./write-sheet.js";

/** What `applyPlan` would do, without doing it: one round trip, as `readWorkbook`. */
export async function previewPlan(
  runtime: ExcelRuntime,
  memory: WorkbookMemory,
  plan: WorkbookPlan,
): Promise<ApplyPreview> {
  return runtime.run({}, async (context) => {
    const state = await readWorkbook(context, runtime, memory, sheetNames(plan));
    const additions = compareWithPlan(plan, state.snapshot);
    return previewOf(additions, obstacleIn(state, additions));
  });
}

/**
 * Adds what the workbook lacks of a plan: one round trip to see what is there, one to write, and
 * one for the print set-up of each sheet that was added. With an obstacle nothing is written; when Excel
 * refuses midway, what was added is taken away again.
 */
export async function applyPlan(
  runtime: ExcelRuntime,
  memory: WorkbookMemory,
  plan: WorkbookPlan,
): Promise<ApplyReport> {
  return runtime.run(BUTTON, async (context) => {
    const state = await readWorkbook(context, runtime, memory, sheetNames(plan));
    const additions = compareWithPlan(plan, state.snapshot);
    const obstacle = obstacleIn(state, additions);
    if (obstacle !== null) throw new Refusal(obstacle);
    const unsetPages = isSomething(additions) ? await writeAll(context, additions, state) : [];
    return reportOf(additions, unsetPages);
  });
}

/** Why the additions cannot be written, as far as that is known beforehand. */
function obstacleIn(state: WorkbookState, additions: Additions): HostFault | null {
  const obstacle = obstacleTo(additions, state.snapshot);
  if (obstacle !== null) return obstacle;
  const adds = additions.newSheets.some(({ blank }) => blank === null);
  return adds && state.structureProtected ? PROTECTED_STRUCTURE : null;
}

/** Writes the additions. Returns the sheets whose print set-up was refused. */
async function writeAll(
  context: Excel.RequestContext,
  additions: Additions,
  state: WorkbookState,
): Promise<readonly string[]> {
  try {
    const { workbook, runtime } = context;
    // Hundreds of events about our own writes would only be thrown away.
    runtime.enableEvents = false;
    workbook.application.suspendApiCalculationUntilNextSync();
    workbook.application.suspendScreenUpdatingUntilNextSync();
    // Sheets first: where adding is refused, nothing else has been written.
    const sheets = additions.newSheets.map(({ plan, blank }) => ({
      plan,
      sheet: blank === null ? workbook.worksheets.add(plan.name) : workbook.worksheets.getItem(blank),
    }));
    for (const { sheet, plan } of sheets) writeSheet(sheet, plan);
    for (const { name, fills } of additions.keptSheets) {
      if (fills.length === 0) continue;
      const sheet = workbook.worksheets.getItem(name);
      for (const cell of fills) writeCell(sheet, cell);
    }
    for (const { name, area, lost } of additions.names) {
      putName(workbook.names, name, `=${absoluteReference(area)}`, lost);
    }
    for (const { name, text, replaces } of additions.constants) {
      putName(workbook.names, name, `="${text.replaceAll('"', '""')}"`, replaces);
    }
    runtime.enableEvents = true;
    await context.sync();
    return await setUpPages(context, sheets);
  } catch (error) {
    const fault = faultOf(error, state.readOnly);
    await takeBack(context, additions, fault.code);
    throw new Refusal(fault);
  }
}

function putName(names: Excel.NamedItemCollection, name: string, formula: string, isThere: boolean): void {
  if (isThere) names.getItem(name).formula = formula;
  else names.add(name, formula).visible = false;
}

/**
 * After a refusal midway: removes the sheets and names that were added, lets events through again.
 * When somebody else had just added a sheet or name of ours, nothing is removed: it may be theirs.
 * Excel may be gone altogether; then there is nothing to be done here.
 */
async function takeBack(context: Excel.RequestContext, additions: Additions, code: string): Promise<void> {
  const { workbook, runtime } = context;
  try {
    runtime.enableEvents = true;
    if (code !== "ItemAlreadyExists") {
      const added = [
        ...additions.names.filter(({ lost }) => !lost),
        ...additions.constants.filter(({ replaces }) => !replaces),
      ];
      for (const { name } of added) workbook.names.getItemOrNullObject(name).delete();
      for (const { plan, blank } of additions.newSheets) {
        const sheet = workbook.worksheets.getItemOrNullObject(blank ?? plan.name);
        if (blank === null) sheet.delete();
        else sheet.getRange().clear();
      }
    }
    await context.sync();
  } catch {
    // The first refusal is the one to tell.
  }
}

function sheetNames(plan: WorkbookPlan): readonly string[] {
  return [...plan.sheets.map(({ name }) => name), ...plan.names.map(({ area }) => area.sheet)];
}
