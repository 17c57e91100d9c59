/** The workbooks that files are measured on: ours, and those of other programs around it. */
export const STRANGERS = [
  "base.xlsx",
  "xlsxwriter-macro.xlsm",
  "openpyxl.xlsx",
  "libreoffice.xlsx",
  "by-hand.xlsm",
] as const;

/** Prints what was measured, and how much it is. */
export function line(name: string, value: string): void {
  console.log(`${name.padEnd(40)} ${value}`);
}
