import { openOverScript } from "../hosts/gsheets/local.js";
import { describeOfficersJob } from "./officer-contract.js";

describeOfficersJob("Google Sheets", async () => openOverScript().host);
