import { buildPage } from "./build-page.js";
import { buildPane } from "./build-pane.js";

/** Builds what the local Excel serves, where it is out of date. */
await buildPage();
await buildPane();
