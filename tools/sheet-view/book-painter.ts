import { BooleanNumber, type IWorksheetData, mergeWorksheetSnapshotWithDefault } from "@univerjs/core";
import type { GridEvent } from "../grid/events.js";
import type { Grid } from "../grid/grid.js";
import { rectOf } from "../grid/rect.js";
import type { Sheet } from "../grid/sheet.js";
import { DEFAULT_STYLE } from "../grid/style.js";
import { SheetPainter } from "./sheet-painter.js";
import { pixels, rangeOf } from "./units.js";
import { type Sheets, UNIT } from "./univer.js";

/** What of a sheet shows on its tab. */
interface Tab {
  readonly name: string;
  readonly hidden: boolean;
  readonly color: string;
}

/** Keeps the grid component like the workbook in memory: the sheets, and which is in front. */
export class BookPainter {
  /** True while this painter itself changes the component. */
  painting = false;

  private readonly painters = new Map<string, SheetPainter>();
  private readonly tabs = new Map<string, Tab>();
  private order: string[] = ["blank"];
  private activeId = "blank";

  constructor(
    private readonly sheets: Sheets,
    private readonly grid: Grid,
  ) {
    this.paint();
    grid.listen((events) => this.paint(events));
  }

  /** Paints what the events touched; without events, everything. */
  paint(events?: readonly GridEvent[]): void {
    this.painting = true;
    try {
      this.paintTabs();
      const touched = events && touchedSheets(events);
      for (const sheet of this.grid.sheets) {
        const isNew = !this.painters.has(sheet.id);
        if (isNew) this.painters.set(sheet.id, new SheetPainter(this.sheets, sheet.id));
        if (isNew || !touched || touched.has(sheet.id)) this.painters.get(sheet.id)?.paint(this.grid, sheet);
      }
      this.paintActive(events);
    } finally {
      this.painting = false;
    }
  }

  /** Forgets what was painted of a sheet, so that it is painted whole again. */
  forget(sheetId: string): void {
    this.painters.delete(sheetId);
  }

  private run(id: string, params: object): void {
    this.sheets.run(id, { unitId: UNIT, ...params });
  }

  private paintTabs(): void {
    const { sheets } = this.grid;
    for (const [index, sheet] of sheets.entries()) {
      if (this.order.includes(sheet.id)) continue;
      this.run("sheet.mutation.insert-sheet", { index, sheet: newSheetData(sheet) });
      this.order.splice(index, 0, sheet.id);
      this.tabs.set(sheet.id, { name: sheet.name, hidden: false, color: "" });
    }
    if (!sheets.some((sheet) => sheet.id === this.activeId)) this.activate(this.grid.activeId);
    for (const id of this.order.filter((one) => !sheets.some((sheet) => sheet.id === one))) {
      this.run("sheet.mutation.remove-sheet", { subUnitId: id });
      this.order = this.order.filter((one) => one !== id);
      this.painters.delete(id);
      this.tabs.delete(id);
    }
    for (const [index, sheet] of sheets.entries()) {
      const from = this.order.indexOf(sheet.id);
      if (from === index) continue;
      this.run("sheet.mutation.set-worksheet-order", {
        subUnitId: sheet.id,
        fromOrder: from,
        toOrder: index,
      });
      this.order.splice(from, 1);
      this.order.splice(index, 0, sheet.id);
    }
    for (const sheet of sheets) this.paintTab(sheet);
  }

  private paintTab(sheet: Sheet): void {
    const known = this.tabs.get(sheet.id);
    const tab = { name: sheet.name, hidden: sheet.visibility !== "Visible", color: sheet.tabColor };
    const subUnitId = sheet.id;
    if (known?.name !== tab.name)
      this.run("sheet.mutation.set-worksheet-name", { subUnitId, name: tab.name });
    if (known?.color !== tab.color) this.run("sheet.mutation.set-tab-color", { subUnitId, color: tab.color });
    if (known?.hidden !== tab.hidden) {
      const hidden = tab.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE;
      this.run("sheet.mutation.set-worksheet-hidden", { subUnitId, hidden });
    }
    this.tabs.set(sheet.id, tab);
  }

  private paintActive(events: readonly GridEvent[] | undefined): void {
    const sheet = this.grid.activeSheet;
    const moved = this.activeId !== sheet.id;
    if (moved) this.activate(sheet.id);
    if (!moved && events && !events.some((event) => event.kind === "selected")) return;
    const range = rangeOf(sheet.selection);
    this.run("sheet.operation.set-selections", {
      subUnitId: sheet.id,
      selections: [{ range, primary: primaryCell(sheet), style: null }],
      type: 2,
    });
    // Before the first picture there is nothing to scroll.
    if (events) this.sheets.reveal(range);
  }

  private activate(id: string): void {
    this.run("sheet.operation.set-worksheet-active", { subUnitId: id });
    this.activeId = id;
  }

  /** Notes that the officer brought another sheet to the front in the component itself. */
  noteActive(id: string): void {
    this.activeId = id;
  }
}

/** The cell of the selection that takes what is typed, as the component describes it. */
function primaryCell(sheet: Sheet) {
  const { top, left } = sheet.selection;
  const merged = sheet.mergeAt(top, left);
  return {
    ...rangeOf(merged ?? rectOf(top, left)),
    actualRow: top,
    actualColumn: left,
    isMerged: merged !== null,
    isMergedMainCell: merged !== null,
  };
}

function touchedSheets(events: readonly GridEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap((event) => ("sheetId" in event ? [event.sheetId] : [])));
}

function newSheetData(sheet: Sheet): IWorksheetData {
  return mergeWorksheetSnapshotWithDefault({
    id: sheet.id,
    name: sheet.name,
    rowCount: 200,
    columnCount: 30,
    defaultRowHeight: pixels(sheet.rowHeight),
    defaultColumnWidth: pixels(sheet.columnWidth),
    defaultStyle: { ff: DEFAULT_STYLE.fontName, fs: DEFAULT_STYLE.fontSize },
  });
}
