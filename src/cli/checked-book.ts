import type { Edition } from "../forms/schema.js";
import type { Summary } from "../rules/evaluate.js";
import type { Finding } from "../rules/finding.js";

/** One workbook checked. */
export interface CheckedBook {
  readonly file: string;
  readonly edition: Edition;
  readonly summary: Summary;
  readonly findings: readonly Finding[];
}
