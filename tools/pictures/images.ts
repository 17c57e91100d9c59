import { fileURLToPath } from "node:url";

/** Where the README's pictures are kept. */
export const IMAGES = fileURLToPath(new URL("../../docs/images", import.meta.url));
