const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const SCALES = ["", "nghìn", "triệu", "tỷ"] as const;

/**
 * A whole number in Vietnamese words: 3000 is `ba nghìn`, 1005 `một nghìn không trăm linh năm`.
 *
 * @param value from 0 to under 10^18; the sign is told in front
 */
export function numberInWords(value: number): string {
  if (value < 0) return `âm ${numberInWords(-value)}`;
  if (value === 0) return DIGITS[0];
  const billions = Math.floor(value / 1e9);
  const rest = value % 1e9;
  const head = billions > 0 ? [`${numberInWords(billions)} ${SCALES[3]}`] : [];
  const groups = [Math.floor(rest / 1e6), Math.floor(rest / 1e3) % 1000, rest % 1000];
  const words = [...head];
  groups.forEach((group, index) => {
    if (group === 0) return;
    const scale = SCALES[2 - index] ?? "";
    words.push(`${hundreds(group, words.length > 0)}${scale === "" ? "" : ` ${scale}`}`);
  });
  return words.join(" ");
}

/** Three digits; `full` where higher ones stand before, so that zeros are told. */
function hundreds(group: number, full: boolean): string {
  const [hundred, ten, one] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const words: string[] = [];
  if (hundred > 0 || full) words.push(`${DIGITS[hundred]} trăm`);
  if (ten === 0 && one > 0 && words.length > 0) words.push("linh");
  if (ten === 1) words.push("mười");
  if (ten > 1) words.push(`${DIGITS[ten]} mươi`);
  if (one > 0) words.push(unitWord(one, ten));
  return words.join(" ");
}

function unitWord(one: number, ten: number): string {
  if (one === 1 && ten > 1) return "mốt";
  if (one === 4 && ten > 1) return "tư";
  if (one === 5 && ten > 0) return "lăm";
  return DIGITS[one] ?? "";
}
