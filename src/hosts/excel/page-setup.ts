import type { PrintPlan, SheetPlan } from "../../workbook/plan.js";
import { faultOf } from "./faults.js";

const POINTS_PER_MM = 72 / 25.4;

/**
 * Sets up the sheets for printing, one round trip each: Excel asks the printer's driver about paper
 * and margins, and on a machine without a printer it may refuse. The forms are worth having without
 * it, so a refusal stops nothing but is told.
 *
 * @returns names of the sheets that were not set up whole
 */
export async function setUpPages(
  context: Excel.RequestContext,
  sheets: readonly { readonly sheet: Excel.Worksheet; readonly plan: SheetPlan }[],
): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const [index, { sheet, plan }] of sheets.entries()) {
    try {
      setPage(sheet.pageLayout, plan.print);
      await context.sync();
    } catch (error) {
      const lost = faultOf(error).kind === "session-lost";
      refused.push(...(lost ? sheets.slice(index) : [{ plan }]).map((one) => one.plan.name));
      if (lost) break;
    }
  }
  return refused;
}

/**
 * A4, as wide as the page and as long as it needs, centred between the side margins. A height of 0
 * pages is documented nowhere (office-js issue 1860): left out, Excel takes as many as it needs. The
 * paper comes last, being what a driver refuses most often: what stands before it is then done.
 */
function setPage(page: Excel.PageLayout, { orientation, margins, titleRows }: PrintPlan): void {
  if (titleRows !== null) page.setPrintTitleRows(`$${titleRows.first}:$${titleRows.last}`);
  page.orientation = orientation === "portrait" ? "Portrait" : "Landscape";
  page.centerHorizontally = true;
  page.zoom = { horizontalFitToPages: 1 };
  page.setPrintMargins("Points", {
    top: margins.top * POINTS_PER_MM,
    bottom: margins.bottom * POINTS_PER_MM,
    left: margins.left * POINTS_PER_MM,
    right: margins.right * POINTS_PER_MM,
  });
  page.paperSize = "A4";
}
