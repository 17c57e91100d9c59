import { OFFICER } from "../grid/events.js";
import type { Grid } from "../grid/grid.js";
import { restoreSnapshot, takeSnapshot } from "../grid/snapshot.js";

const KEY = "local-excel-workbook";
/** Milliseconds after the last change. */
const PAUSE = 300;

/** Keeps the workbook for this browser tab, so that a reload finds it as it was. */
export function keepOverReload(grid: Grid): void {
  restore(grid);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(takeSnapshot(grid)));
    } catch (error) {
      console.warn("The workbook is too large to be kept over a reload.", error);
    }
  };
  grid.listen(() => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  window.addEventListener("pagehide", () => {
    if (timer !== undefined) save();
  });
}

function restore(grid: Grid): void {
  const saved = sessionStorage.getItem(KEY);
  if (saved === null) return;
  try {
    grid.act(OFFICER, () => restoreSnapshot(grid, JSON.parse(saved)));
  } catch (error) {
    console.warn("The kept workbook could not be read; a new one is opened.", error);
    sessionStorage.removeItem(KEY);
  }
}
