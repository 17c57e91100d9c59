import { openPane } from "../hosts/excel/local.js";
import { describeOfficersJob } from "./officer-contract.js";

describeOfficersJob("Excel", async () => (await openPane()).host);
