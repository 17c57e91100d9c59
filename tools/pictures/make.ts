import { mkdir } from "node:fs/promises";
import { pictureGuide } from "./guide.js";
import { IMAGES } from "./images.js";
import { picturePages } from "./pages.js";
import { picturePane } from "./pane.js";

await mkdir(IMAGES, { recursive: true });
await picturePane();
await pictureGuide();
await picturePages();
