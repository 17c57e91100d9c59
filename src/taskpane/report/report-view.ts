/** What the third step shows: the report as it will read, or one kind of what is to be decided about it. */
const reportViews = ["read", "missing", "doubtful", "suggestions", "declined", "own"] as const;
export type ReportView = (typeof reportViews)[number];
