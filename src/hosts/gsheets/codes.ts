/** Names that begin so are ours. */
export const OUR_NAMES = /^CCHC_/i;

/** Marks an error of our own server in the text that reaches the pane: `CCHC_ERROR[NO_SHEET]`. */
type ServerErrorCode =
  | "CHANGED"
  | "LOCKED"
  | "NO_SHEET"
  | "HIDDEN_SHEET"
  | "NAME_TAKEN"
  | "PROTECTED"
  | "OUT_OF_TIME"
  | "BAD_REQUEST";

export function serverErrorText(code: ServerErrorCode, detail = ""): string {
  return `CCHC_ERROR[${code}] ${detail}`.trim();
}

/** The code inside an error's text, or null when the error is not our server's. */
export function serverErrorCode(text: string): string | null {
  return /CCHC_ERROR\[([A-Z_]+)\]/.exec(text)?.[1] ?? null;
}
