import { UNITED_STATES } from "../../../tools/grid/culture.js";
import { describePort } from "../port-contract.js";
import { openOverApi, openOverScript } from "./local.js";

describePort("Google Sheets by its API", async () => openOverApi().host);
describePort("Google Sheets by its API, en_US", async () => openOverApi({ region: UNITED_STATES }).host);
describePort("Google Sheets by our server", async () => openOverScript().host);
describePort(
  "Google Sheets by our server, en_US",
  async () => openOverScript({ region: UNITED_STATES }).host,
);
