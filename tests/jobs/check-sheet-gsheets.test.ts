import { openOverScript } from "../hosts/gsheets/local.js";
import { describeCheckSheet } from "./check-sheet-contract.js";

describeCheckSheet("Google Sheets", async () => openOverScript().host);
