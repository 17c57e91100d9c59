/** The longest list of choices that a validation of Excel takes, commas included ([MS-OI29500] 2.1). */
export const LONGEST_LIST = 255;

/** Characters of the list that a validation has for these choices. */
export function listLength(choices: readonly string[]): number {
  return choices.join(",").length;
}
