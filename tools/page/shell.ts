import type { Grid } from "../grid/grid.js";
import { type SheetView, showGrid } from "../sheet-view/sheet-view.js";
import { bookButtons } from "./book-commands.js";
import { showButtons } from "./buttons.js";
import { showCharts } from "./charts.js";
import { keepOverReload } from "./keep.js";

/** What stands on the page of every local program: the grid, the strip of buttons above it, the side. */
interface Shell {
  readonly view: SheetView;
  /** Where the add-in's buttons go, and its pane. */
  readonly commands: HTMLElement;
  readonly pane: HTMLElement;
  openSide(name?: string): void;
  /** Gives the keyboard to the side's own button, which stands around its pane. */
  focusSide(): void;
  /** Calls back when the officer closes the side. */
  onClose(closed: () => void): void;
}

/** Milliseconds for which a notice stands. */
const NOTICE = 6_000;

/** Shows a workbook on the page and keeps it over reloads. */
export function showShell(grid: Grid, { editing }: { editing: (on: boolean) => void }): Shell {
  keepOverReload(grid);
  const view = showGrid(element("grid"), grid, { editing, tell: notify });
  showCharts(document.body, grid);
  const showName = () => {
    element("book-name").textContent = grid.name;
  };
  showName();
  grid.listen(showName);
  showButtons(element("book-commands"), bookButtons(grid, notify));
  const side = element("side");
  element("side-close").addEventListener("click", () => {
    side.hidden = true;
  });
  return {
    view,
    commands: element("addin-commands"),
    pane: element("pane"),
    openSide: (name) => {
      if (name !== undefined) element("side-name").textContent = name;
      side.hidden = false;
    },
    focusSide: () => element("side-close").focus(),
    onClose: (closed) => element("side-close").addEventListener("click", closed),
  };
}

/** Says something below the grid for a while. */
export function notify(message: string): void {
  const notice = element("notice");
  notice.textContent = message;
  setTimeout(() => {
    if (notice.textContent === message) notice.textContent = "";
  }, NOTICE);
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}
