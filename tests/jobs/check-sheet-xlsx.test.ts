import { emptyWorkbook } from "../../src/hosts/xlsx/open.js";
import { describeCheckSheet } from "./check-sheet-contract.js";

describeCheckSheet("an .xlsx file", async () => emptyWorkbook());
