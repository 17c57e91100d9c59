/** Colours, conditions, literals and padding of an Excel format code, without which only the marks remain; `[h]` is a mark. */
const NOISE = /"[^"]*"|\\.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|_.|\*./gi;

/** What a format writes as it stands. */
const LITERAL = /"[^"]*"|\\./g;

/** True when a number in this format shows as a date or a time. */
export function isDateFormat(format: string): boolean {
  const marks = format.replace(NOISE, "");
  return /[dmyhs]/i.test(marks) && !/^general$/i.test(marks);
}

/** True when a number in this format shows multiplied by 100. */
export function isPercentFormat(format: string): boolean {
  return format.replace(NOISE, "").includes("%");
}

/** True when a format writes a per cent sign behind the number as it is: `0"%"` shows 88 as `88%`. */
export function showsPercentSign(format: string): boolean {
  return (format.match(LITERAL) ?? []).some((literal) => literal.includes("%"));
}
