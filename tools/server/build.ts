import { sheetsFiles } from "../local-sheets/start.js";
import { buildPage } from "./build-page.js";
import { buildPane } from "./build-pane.js";

/** Builds what the local programs serve, where it is out of date. */
await buildPage("local-excel");
await buildPage("local-sheets");
await sheetsFiles();
await buildPane();
