/** Reporting periods that any edition may offer (DESIGN section 2). */
export const periodIds = ["quarter-1", "half-year", "quarter-3", "year", "multi-year"] as const;
