import { mkdir } from "node:fs/promises";
import { IMAGES } from "./images.js";
import { picturePages } from "./pages.js";
import { picturePane } from "./pane.js";

await mkdir(IMAGES, { recursive: true });
await picturePages();
await picturePane();
