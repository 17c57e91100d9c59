/** What the window tells when a number is chosen: it closes with that. */
export interface ChosenNumber {
  readonly sheet: string;
  /** `D20` */
  readonly cell: string;
}

/** As a text: of an object the library that carries it gives back nothing. */
export function writeChosen({ sheet, cell }: ChosenNumber): string {
  return JSON.stringify([sheet, cell]);
}

/** Null for anything that `writeChosen` does not write. */
export function readChosen(text: unknown): ChosenNumber | null {
  try {
    const parts: unknown = JSON.parse(String(text));
    if (!Array.isArray(parts)) return null;
    const [sheet, cell]: readonly unknown[] = parts;
    return typeof sheet === "string" && typeof cell === "string" ? { sheet, cell } : null;
  } catch {
    return null;
  }
}
