import type { InsertedRows } from "../../formula/insert-rows.js";
import type { CellAddress } from "../../values/address.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import type { WorkbookSnapshot } from "../../workbook/snapshot.js";
import type {
  ApplyPreview,
  ApplyReport,
  CaptureScope,
  CellEdit,
  HostActs,
  HostCapabilities,
  HostResult,
  WorkbookChange,
  WorkbookHost,
} from "../port.js";
import { applyPlan, previewPlan } from "./apply.js";
import { watchChanges } from "./changes.js";
import { attempt } from "./faults.js";
import { WorkbookMemory } from "./memory.js";
import { readWorkbook } from "./read-workbook.js";
import type { ExcelRuntime } from "./runtime.js";
import { selectCell } from "./select-cell.js";
import { watchSelection } from "./selection.js";
import { writeEdits } from "./write-edits.js";

const CAPABILITIES: HostCapabilities = { live: true, tellsSelection: true, keepsBy: "save-as", lacks: [] };

/**
 * The port over the workbook that is open in Excel. Nothing is written but by `apply` and `write`,
 * and these two tell no change: who calls them captures again.
 */
export function createExcelHost(runtime: ExcelRuntime): WorkbookHost {
  return new ExcelHost(runtime);
}

class ExcelHost implements WorkbookHost {
  readonly capabilities = CAPABILITIES;
  readonly acts: HostActs = {
    removeBlankSheet: (name) =>
      this.act(async () => {
        const { removeBlankSheet } = await import(/* webpackChunkName: "excelwriter" */ "./blank-sheet.js");
        return removeBlankSheet(this.runtime, name);
      }),
    mark: (marks) =>
      this.act(async () => {
        const { layMarks } = await import(/* webpackChunkName: "excelwriter" */ "./marks.js");
        return layMarks(this.runtime, marks);
      }),
    drawChart: (name, chart) =>
      this.act(async () => {
        const { drawChart } = await import(/* webpackChunkName: "excelchart" */ "./draw-chart.js");
        return drawChart(this.runtime, name, chart);
      }),
  };
  private readonly memory = new WorkbookMemory();

  constructor(private readonly runtime: ExcelRuntime) {}

  inspect(plan: WorkbookPlan): Promise<HostResult<ApplyPreview>> {
    return attempt(() => previewPlan(this.runtime, this.memory, plan));
  }

  apply(plan: WorkbookPlan): Promise<HostResult<ApplyReport>> {
    return this.act(async () => {
      const report = await applyPlan(this.runtime, this.memory, plan);
      // The file is a report now: the pane comes with it. Worth having, not worth a complaint.
      if (report.addedSheets.length > 0) await this.runtime.openPaneWithFile?.().catch(() => undefined);
      return report;
    });
  }

  capture(scope: CaptureScope = "ours"): Promise<HostResult<WorkbookSnapshot>> {
    return attempt(() =>
      this.runtime.run({}, async (context) => {
        const { snapshot } = await readWorkbook(context, this.runtime, this.memory, [], scope);
        return snapshot;
      }),
    );
  }

  write(edits: readonly CellEdit[]): Promise<HostResult<void>> {
    return attempt(() =>
      this.memory
        .whileWriting(() => writeEdits(this.runtime, edits))
        .finally(() => this.memory.wrote(edits.map(({ cell }) => cell.sheet))),
    );
  }

  insertRows(inserted: InsertedRows): Promise<HostResult<void>> {
    return attempt(() =>
      this.memory
        .whileWriting(async () => {
          const { insertRows } = await import(/* webpackChunkName: "excelwriter" */ "./insert-rows.js");
          await insertRows(this.runtime, inserted);
        })
        .finally(() => this.memory.allChanged()),
    );
  }

  private act<T>(work: () => Promise<T>): Promise<HostResult<T>> {
    return attempt(() => this.memory.whileWriting(work).finally(() => this.memory.allChanged()));
  }

  onChange(listener: (change: WorkbookChange) => void): Promise<HostResult<() => Promise<void>>> {
    return attempt(() => watchChanges(this.runtime, this.memory, listener));
  }

  select(cell: CellAddress): Promise<HostResult<void>> {
    return attempt(() => selectCell(this.runtime, cell));
  }

  onSelect(listener: (cell: CellAddress) => void): Promise<HostResult<() => Promise<void>>> {
    return attempt(() => watchSelection(this.runtime, this.memory, listener));
  }
}
