import type { PrintPlan, SheetPlan } from "../../workbook/plan.js";

const POINTS_PER_MM = 72 / 25.4;

/**
 * Sets up the sheets for printing, one round trip of its own: Excel asks the printer's driver about
 * paper and margins, and on a machine without a printer it may refuse. The forms are worth having
 * without it, so a refusal here is no fault.
 */
export async function setUpPages(
  context: Excel.RequestContext,
  sheets: readonly { readonly sheet: Excel.Worksheet; readonly plan: SheetPlan }[],
): Promise<void> {
  try {
    for (const { sheet, plan } of sheets) setPage(sheet.pageLayout, plan.print);
    await context.sync();
  } catch {
    // Printed as the machine's own settings have it.
  }
}

/** A4, as wide as the page and as long as it needs, centred between the side margins. */
function setPage(page: Excel.PageLayout, { orientation, margins, titleRows }: PrintPlan): void {
  if (titleRows !== null) page.setPrintTitleRows(`$${titleRows.first}:$${titleRows.last}`);
  page.orientation = orientation === "portrait" ? "Portrait" : "Landscape";
  page.centerHorizontally = true;
  page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  page.setPrintMargins("Points", {
    top: margins.top * POINTS_PER_MM,
    bottom: margins.bottom * POINTS_PER_MM,
    left: margins.left * POINTS_PER_MM,
    right: margins.right * POINTS_PER_MM,
  });
  page.paperSize = "A4";
}
