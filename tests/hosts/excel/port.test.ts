import { describePort } from "../port-contract.js";
import { openPane } from "./local.js";

describePort("Excel", async () => (await openPane()).host);
describePort("Excel with the oldest API", async () => (await openPane({ excelApi: "1.9" })).host);
