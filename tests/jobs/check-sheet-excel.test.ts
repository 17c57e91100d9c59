import { openPane } from "../hosts/excel/local.js";
import { describeCheckSheet } from "./check-sheet-contract.js";

describeCheckSheet("Excel", async () => (await openPane()).host);
