/** How far she is with forms that are not of the program; while she drafts a set of them, nothing else is asked. */
export type OwnFormsStage = "none" | "found" | "drafting";
