import { toDocx } from "../document/docx/to-docx.js";
import type { WrittenReport } from "./report.js";

/** A written report as the bytes of a Word file. The Word library is heavy: this module is loaded for this work only. */
export function printWord({ content }: WrittenReport): Promise<Uint8Array> {
  return toDocx(content);
}
