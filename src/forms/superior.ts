import type { Edition } from "./schema.js";

const LEVELS = ["tỉnh", "thành phố", "thị xã", "huyện", "quận"] as const;

/**
 * How a form's label names the superior: the kind of office without its own name, so that
 * "UBND huyện Tứ Kỳ" prints as "UBND huyện", as the official forms do. A superior that names no
 * level (an office, a department) is given whole; an empty one gives the edition's own word.
 */
export function superiorInLabels(superior: string, fallback: string): string {
  const name = superior.trim().replace(/^Ủy ban nhân dân\b|^Uỷ ban nhân dân\b/iu, "UBND");
  if (name === "") return fallback;
  const level = LEVELS.find((word) => name.toLowerCase().startsWith(`ubnd ${word} `));
  return level === undefined ? name : `UBND ${level}`;
}

/** Whether an edition is of the time when communes reported to a district. */
export function reportsToDistrict({ superior }: Pick<Edition, "superior">): boolean {
  return superior.normalize("NFC").includes("huyện");
}
