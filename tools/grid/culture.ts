import { type Culture, ENGLISH, VIETNAMESE } from "../../src/values/culture.js";

/** The regional settings of the machine on which Excel runs: what typed text means and how values show. */
export interface Region extends Culture {
  /** `vi-VN` */
  readonly name: string;
  readonly dayFirst: boolean;
  /** The locale under which the number formatter knows it. */
  readonly formatter: "vi" | "en";
}

/** The machine of an office that set its region right. */
export const VIETNAM: Region = { ...VIETNAMESE, name: "vi-VN", dayFirst: true, formatter: "vi" };

/** A machine left at its factory setting, common in Viet Nam; also how API writes are read. */
export const UNITED_STATES: Region = { ...ENGLISH, name: "en-US", dayFirst: false, formatter: "en" };
