import { absoluteReference } from "../../values/address.js";
import type { Additions } from "../../workbook/additions/additions.js";
import { Refusal } from "../attempt.js";
import { faultOf } from "./faults.js";
import { setUpPages } from "./page-setup.js";
import { writeCell } from "./write-contents.js";
import { writeSheet } from "./write-sheet.js";

/**
 * Writes what a workbook lacks, and takes it away again when Excel refuses midway. Returns the sheets
 * whose print set-up was refused.
 */
export async function writeAdditions(
  context: Excel.RequestContext,
  additions: Additions,
  readOnly: boolean,
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
      blank,
      sheet: blank === null ? workbook.worksheets.add(plan.name) : workbook.worksheets.getItem(blank),
    }));
    // Names before what refers to them: the conditions of one form look at rows of another.
    for (const { name, area, lost } of additions.names) {
      putName(workbook.names, name, `=${absoluteReference(area)}`, lost);
    }
    // A blank sheet in our place may have looks and merged cells of what stood there before.
    for (const { sheet, blank } of sheets) if (blank !== null) sheet.getRange().clear();
    for (const { sheet, plan } of sheets) writeSheet(sheet, plan);
    for (const { name, fills } of additions.keptSheets) {
      if (fills.length === 0) continue;
      const sheet = workbook.worksheets.getItem(name);
      for (const cell of fills) writeCell(sheet, cell);
    }
    for (const { name, text, replaces } of additions.constants) {
      putName(workbook.names, name, `="${text.replaceAll('"', '""')}"`, replaces);
    }
    runtime.enableEvents = true;
    await context.sync();
    return await setUpPages(context, sheets);
  } catch (error) {
    const fault = faultOf(error, readOnly);
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
