import type { ICellData, IRange } from "@univerjs/core";
import { clear, restyle } from "../grid/edit.js";
import { OFFICER } from "../grid/events.js";
import { Fault } from "../grid/fault.js";
import { formatRect, LAST_COLUMN, LAST_ROW, type Rect, rectOf } from "../grid/rect.js";
import type { Sheet } from "../grid/sheet.js";
import { addSheet, deleteSheet, moveSheet, renameSheet, setVisibility } from "../grid/sheets.js";
import { deleteCells, insertCells } from "../grid/structure.js";
import { copySelection, pasteInto } from "./clipboard.js";
import type { Hands } from "./hands.js";
import { points, rectOfRange } from "./units.js";

/** What the component passes along with a command, as far as it is used here. */
interface Gesture {
  readonly subUnitId?: string;
  readonly range?: IRange;
  readonly value?: ICellData;
  readonly name?: string;
  readonly order?: number;
  readonly hidden?: number;
  readonly anchorRow?: number;
  readonly anchorCol?: number;
  readonly deltaX?: number;
  readonly deltaY?: number;
  readonly color?: string;
  readonly textContent?: string;
}

type Act = (hands: Hands, sheet: Sheet, gesture: Gesture) => void;

/** Keys that are no change of their own: they travel in time, or wait for the clipboard. */
const KEYS: Readonly<Record<string, ((hands: Hands, gesture: Gesture) => void) | undefined>> = {
  "univer.command.undo": ({ grid }) => void grid.undo(),
  "univer.command.redo": ({ grid }) => void grid.redo(),
  "univer.command.copy": ({ grid }) => void copySelection(grid),
  "univer.command.cut": ({ grid }) => {
    void copySelection(grid);
    grid.act(OFFICER, () => clear(grid, grid.activeSheet, grid.activeSheet.selection, "Contents"));
  },
  "univer.command.paste": (hands) => void pasteInto(hands),
  "sheet.command.paste-by-short-key": (hands, { textContent }) => void pasteInto(hands, textContent),
};

/** What the grid's menus and keys do to the workbook. */
const ACTS: Readonly<Record<string, Act | undefined>> = {
  "sheet.command.clear-selection-content": ({ grid }, sheet) =>
    clear(grid, sheet, sheet.selection, "Contents"),
  "sheet.command.clear-selection-format": ({ grid }, sheet) => clear(grid, sheet, sheet.selection, "Formats"),
  "sheet.command.clear-selection-all": ({ grid }, sheet) => clear(grid, sheet, sheet.selection, "All"),
  // A choice out of a list's arrow. What is typed does not come this way.
  "sheet.command.set-range-values": ({ officer }, sheet, { range, value }) => {
    const text = value?.f ?? value?.v;
    if (!range || text === undefined || text === null) return;
    officer.type(sheet.name, formatRect(rectOf(range.startRow, range.startColumn)), String(text));
  },
  "sheet.command.insert-row-by-range": ({ grid }, sheet, { range }) =>
    insertCells(grid, sheet, rows(sheet, range), "Down"),
  "sheet.command.insert-row": ({ grid }, sheet, { range }) =>
    insertCells(grid, sheet, rows(sheet, range), "Down"),
  "sheet.command.insert-col-by-range": ({ grid }, sheet, { range }) =>
    insertCells(grid, sheet, columns(sheet, range), "Right"),
  "sheet.command.insert-col": ({ grid }, sheet, { range }) =>
    insertCells(grid, sheet, columns(sheet, range), "Right"),
  "sheet.command.insert-range-move-down": ({ grid }, sheet) =>
    insertCells(grid, sheet, sheet.selection, "Down"),
  "sheet.command.insert-range-move-right": ({ grid }, sheet) =>
    insertCells(grid, sheet, sheet.selection, "Right"),
  "sheet.command.remove-row": ({ grid }, sheet, { range }) =>
    deleteCells(grid, sheet, rows(sheet, range), "Up"),
  "sheet.command.remove-row-by-range": ({ grid }, sheet, { range }) =>
    deleteCells(grid, sheet, rows(sheet, range), "Up"),
  "sheet.command.remove-col": ({ grid }, sheet, { range }) =>
    deleteCells(grid, sheet, columns(sheet, range), "Left"),
  "sheet.command.remove-col-by-range": ({ grid }, sheet, { range }) =>
    deleteCells(grid, sheet, columns(sheet, range), "Left"),
  "sheet.command.delete-range-move-up": ({ grid }, sheet) => deleteCells(grid, sheet, sheet.selection, "Up"),
  "sheet.command.delete-range-move-left": ({ grid }, sheet) =>
    deleteCells(grid, sheet, sheet.selection, "Left"),
  "sheet.command.insert-sheet": ({ grid }) => grid.select(addSheet(grid)),
  "sheet.command.remove-sheet": ({ grid }, sheet) => deleteSheet(grid, sheet),
  "sheet.command.set-worksheet-name": ({ grid }, sheet, { name }) =>
    renameSheet(grid, sheet, name ?? sheet.name),
  "sheet.command.set-worksheet-order": ({ grid }, sheet, { order }) => moveSheet(grid, sheet, order ?? 0),
  "sheet.command.set-worksheet-hidden": ({ grid }, sheet) => setVisibility(grid, sheet, "Hidden"),
  "sheet.command.set-worksheet-show": ({ grid }, sheet) => {
    setVisibility(grid, sheet, "Visible");
    grid.select(sheet);
  },
  "sheet.command.set-tab-color": ({ grid }, sheet, { color }) => {
    sheet.tabColor = color ?? "";
    grid.record({ kind: "layout", sheetId: sheet.id });
  },
  "sheet.command.delta-row-height": ({ grid }, sheet, { anchorRow, deltaY }) => {
    if (anchorRow === undefined) return;
    const height = (sheet.rowHeights.get(anchorRow) ?? sheet.rowHeight) + points(deltaY ?? 0);
    sheet.rowHeights.set(anchorRow, Math.max(height, 3));
    grid.record({ kind: "layout", sheetId: sheet.id });
  },
  "sheet.command.delta-column-width": ({ grid }, sheet, { anchorCol, deltaX }) => {
    if (anchorCol === undefined) return;
    const width = (sheet.columnWidths.get(anchorCol) ?? sheet.columnWidth) + points(deltaX ?? 0);
    sheet.columnWidths.set(anchorCol, Math.max(width, 3));
    grid.record({ kind: "layout", sheetId: sheet.id });
  },
  "sheet.command.set-range-bold": toggle("bold"),
  "sheet.command.set-bold": toggle("bold"),
  "sheet.command.set-range-italic": toggle("italic"),
  "sheet.command.set-italic": toggle("italic"),
};

/** Commands that change nothing in the workbook, or that only lead to one of the acts above. */
const HARMLESS =
  /^(sheet\.command\.(scroll|set-scroll|move-selection|expand-selection|select|set-worksheet-activate|change-zoom|set-zoom|insert-row-(before|after)|insert-col-(before|after)|insert-multi|insert-range-move-(down|right)-confirm|delete-range-move-(up|left)-confirm|remove-(row|col|sheet)-confirm|set-selection-frozen|fx|reveal))|^(?!sheet\.command\.|univer\.command\.(undo|redo|copy|cut|paste))/;

/**
 * Whether a command of the component may run. What changes the workbook is done there instead, as
 * the officer's act, and painted; what this workbook can not do is refused with a word.
 */
export function allowsCommand(hands: Hands, id: string, params: object | undefined): boolean {
  const gesture: Gesture = params ?? {};
  const key = KEYS[id];
  if (key) {
    key(hands, gesture);
    return false;
  }
  const act = ACTS[id];
  if (!act) {
    if (HARMLESS.test(id)) return true;
    hands.tell(`Bảng tính cục bộ không có chức năng này (${id}).`);
    return false;
  }
  const { grid } = hands;
  const sheet = grid.sheets.find((one) => one.id === gesture.subUnitId) ?? grid.activeSheet;
  try {
    grid.act(OFFICER, () => act(hands, sheet, gesture));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    hands.tell(REFUSALS[error.code] ?? error.message);
  }
  return false;
}

const REFUSALS: Readonly<Record<string, string | undefined>> = {
  AccessDenied: "Trang tính hoặc sổ đang được bảo vệ, không sửa được.",
  ItemAlreadyExists: "Đã có trang tính tên này. Hãy chọn tên khác.",
  InvalidArgument: "Không dùng được tên hoặc giá trị này.",
  InvalidOperation: "Sổ phải còn ít nhất một trang tính hiện.",
  InsertDeleteConflict: "Không chèn, xóa được vì cắt ngang ô đã gộp.",
};

function rows(sheet: Sheet, range: IRange | undefined): Rect {
  const rect = range ? rectOfRange(range) : sheet.selection;
  return { top: rect.top, bottom: rect.bottom, left: 0, right: LAST_COLUMN };
}

function columns(sheet: Sheet, range: IRange | undefined): Rect {
  const rect = range ? rectOfRange(range) : sheet.selection;
  return { left: rect.left, right: rect.right, top: 0, bottom: LAST_ROW };
}

function toggle(key: "bold" | "italic"): Act {
  return ({ grid }, sheet) => {
    const { selection } = sheet;
    const on = !sheet.style(selection.top, selection.left)[key];
    restyle(grid, sheet, selection, { [key]: on });
  };
}
