/** Where confirmations stand on their sheet: one row each below its header. */
export const confirmationLayout = {
  columns: { place: 1, sentence: 2, reason: 3, finding: 4, numbers: 5 },
  headerRow: 3,
  firstRow: 4,
  /** As many as the sheet takes; a report with more has other troubles. */
  lastRow: 503,
} as const;
