import type { Package } from "./package/package.js";

/**
 * What of a workbook is not true any more in a file saved from it, as Vietnamese names. Every part is
 * kept; but a signature holds for the file that was signed alone.
 */
export function lossesOf(pack: Package): readonly string[] {
  return pack.paths().some((path) => path.startsWith("_xmlsignatures/")) ? ["chữ ký số (cần ký lại)"] : [];
}
