import type { Grid } from "../grid/grid.js";
import type { Person } from "../grid/person.js";

/** Somebody at the grid, and how to tell her that something did not work. */
export interface Hands {
  readonly grid: Grid;
  readonly officer: Person;
  readonly tell: (message: string) => void;
}
