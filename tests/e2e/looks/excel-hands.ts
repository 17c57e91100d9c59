import type { LocalExcelDriver } from "../../../tools/local-excel/driver.js";
import { type Hands, handsOn } from "./states.js";

/** What the states of the pane ask of the local Excel. */
export function handsOf(excel: LocalExcelDriver): Hands {
  return {
    ...handsOn(excel),
    loseReadings: (lost) =>
      excel.act((local, on) => {
        local.pane.host?.failAlways(on ? "GeneralException" : null);
      }, lost),
  };
}
