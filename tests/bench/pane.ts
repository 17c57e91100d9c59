import { QUIET } from "../../src/hosts/excel/debounce.js";
import { driveLocalExcel } from "../../tools/local-excel/driver.js";

const EDITS = 12;

/**
 * From an edit in the grid to the finding in the pane, in the local Excel host and a real browser:
 * the median of milliseconds beyond the pause that the host waits for in typing.
 */
export async function editToFinding(): Promise<number> {
  const excel = await driveLocalExcel();
  try {
    await excel.pane.getByTestId("insert").click();
    await excel.pane.getByTestId("to-check").click();
    await excel.type("Biểu mẫu 3", "D8", "139");
    const times = await excel.page.evaluate(async (edits) => {
      const frame = document.querySelector<HTMLIFrameElement>("#pane iframe");
      const pane = frame?.contentDocument;
      const book = window.localBook;
      if (pane == null || book === undefined) throw new Error("no pane");
      const finding = '[data-testid=finding][data-rule="value.type"]';
      const measured: number[] = [];
      for (let edit = 0; edit < edits; edit += 1) {
        const wrong = edit % 2 === 0;
        const start = performance.now();
        book.officer.type("Biểu mẫu 3", "D8", wrong ? "nhiều" : "139");
        while ((pane.querySelector(finding) !== null) !== wrong) {
          if (performance.now() - start > 10_000) throw new Error("the finding neither came nor went");
          await new Promise((done) => requestAnimationFrame(done));
        }
        measured.push(performance.now() - start);
        await new Promise((done) => setTimeout(done, 300));
      }
      return measured;
    }, EDITS);
    const sorted = [...times].sort((a, b) => a - b);
    return (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN) - QUIET;
  } finally {
    await excel.close();
  }
}
