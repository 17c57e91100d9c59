import { type Additions, isSomething } from "../../workbook/additions/additions.js";
import { compareWithPlan } from "../../workbook/additions/compare-with-plan.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import { Refusal } from "../attempt.js";
import { obstacleTo, previewOf, reportOf } from "../insertion.js";
import type { ApplyPreview, ApplyReport, HostFault } from "../port.js";
import { PROTECTED_STRUCTURE } from "./faults.js";
import type { WorkbookMemory } from "./memory.js";
import { readWorkbook, type WorkbookState } from "./read-workbook.js";
import { BUTTON, type ExcelRuntime } from "./runtime.js";

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
    if (!isSomething(additions)) return reportOf(additions, []);
    // What writes sheets is fetched when somebody writes: opening the pane only looks.
    const { writeAdditions } = await import(/* webpackChunkName: "excelwriter" */ "./write-additions.js");
    return reportOf(additions, await writeAdditions(context, additions, state.readOnly));
  });
}

/** Why the additions cannot be written, as far as that is known beforehand. */
function obstacleIn(state: WorkbookState, additions: Additions): HostFault | null {
  const obstacle = obstacleTo(additions, state.snapshot);
  if (obstacle !== null) return obstacle;
  const adds = additions.newSheets.some(({ blank }) => blank === null);
  return adds && state.structureProtected ? PROTECTED_STRUCTURE : null;
}

function sheetNames(plan: WorkbookPlan): readonly string[] {
  return [...plan.sheets.map(({ name }) => name), ...plan.names.map(({ area }) => area.sheet)];
}
