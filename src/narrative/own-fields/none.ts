/*
 * "Không phát sinh hồ sơ quá hạn": words that say of what follows them that there is none, and how the
 * same is said of a number.
 */

/**
 * What is said in place of such words when there are some after all: "không có" becomes "có 01", "không
 * để xảy ra" becomes "xảy ra 01". A "nào" behind what is counted goes with the denial.
 *
 * @param after the rest of the line
 */
export function someInstead(
  words: string,
  number: string,
  after: string,
): { readonly words: string; readonly after: string } {
  const verb = words.replace(/^(?:không|chưa)\s+(?:để\s+)?/iu, "");
  const [first = ""] = words;
  const upper = first !== first.toLocaleLowerCase("vi");
  const said = upper ? verb.charAt(0).toLocaleUpperCase("vi") + verb.slice(1) : verb;
  return {
    words: `${said} ${number}`,
    after: after.replace(/^((?:\s+[\p{L}]+){1,8}?)\s+nào(?!\p{L})/u, "$1"),
  };
}
