import type { Grid } from "../../grid/grid.js";
import type { Rect } from "../../grid/rect.js";
import type { Sheet } from "../../grid/sheet.js";
import type { ApiObject } from "./api-object.js";

/** What the objects of the API ask of the add-in's session that they belong to. */
export interface ApiSession {
  readonly grid: Grid;
  /** Off while the add-in has set `runtime.enableEvents` to false. */
  eventsEnabled: boolean;
  worksheet(id: string): ApiObject;
  /** A range object over cells; it follows them when they move. */
  range(sheet: Sheet, rect: Rect): ApiObject;
  /** Lets go of an object that was kept beyond its batch. */
  release(reference: string): void;
  /** Event type and target (`Workbook` or a sheet's id) that the add-in listens to. */
  subscribe(type: number, target: string, count: 1 | -1): void;
}
