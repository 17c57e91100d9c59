/** One option of a choice as the unit cell prints it. */
export interface Choice {
  readonly value: number;
  readonly label: string;
}

/** Options parted by semicolons or line breaks: "Có = 1; Không = 0", "(Chưa: 0)". */
export function readChoices(unit: string): readonly Choice[] {
  return unit
    .trim()
    .replace(/^\((.*)\)$/s, "$1")
    .split(/[;\n]+|,(?=[^,=:]*[=:])/)
    .map((option) => /^\s*(.+?)\s*[=:]\s*(\d+(?:[.,]\d+)?)\s*[.,]?\s*$/.exec(option))
    .flatMap((match) =>
      match?.[1] === undefined || match[2] === undefined
        ? []
        : [{ value: Number(match[2].replace(",", ".")), label: match[1].trim() }],
    );
}
