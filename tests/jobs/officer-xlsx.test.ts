import { emptyWorkbook } from "../../src/hosts/xlsx/open.js";
import { describeOfficersJob } from "./officer-contract.js";

describeOfficersJob("an .xlsx file", async () => emptyWorkbook());
