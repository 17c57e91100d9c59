import { bindingKey, candidatesOf } from "../jobs/adopt.js";
import type { Binding, Recognition } from "../recognition/recognition.js";
import { a1, parseReference } from "../values/address.js";
import { Unusable } from "./io.js";

const OPTION = "--confirm";
/** Takes every doubtful row for which one cell alone comes into question. */
const ALL = "all";

/** How the cell of a doubtful row is confirmed on the command line: `1/5.2=BM1!D9`. */
export function confirmationOf({ form, code, address }: Binding): string {
  return `${form}/${code}=${address.sheet}!${a1(address)}`;
}

/**
 * The cells of doubtful rows that the command line confirms.
 *
 * @param given `1/5.2` for a row with one candidate, `1/5.2=BM1!D9` for one of several, `all` for every
 *   row with one
 * @throws Unusable for a row that is not in doubt, a cell that is no candidate, and where several are
 */
export function confirmedCells(recognition: Recognition, given: readonly string[]): readonly Binding[] {
  const doubtful = recognition.doubts.map(candidatesOf).filter((candidates) => candidates.length > 0);
  const confirmed = given.flatMap((text) =>
    text === ALL ? doubtful.filter(({ length }) => length === 1).flat() : [confirmedCell(text, doubtful)],
  );
  return [...new Map(confirmed.map((binding) => [bindingKey(binding), binding])).values()];
}

function confirmedCell(text: string, doubtful: readonly (readonly Binding[])[]): Binding {
  const [row = "", cell] = [text.split("=")[0]?.trim(), text.split("=").slice(1).join("=")];
  const candidates = doubtful.find((list) => list.some(({ form, code }) => `${form}/${code}` === row));
  if (candidates === undefined) {
    const rows = doubtful.map(([first]) => (first === undefined ? "" : `${first.form}/${first.code}`));
    throw new Unusable(
      OPTION,
      rows.length === 0
        ? `không có dòng nào cần xác nhận, nhưng được cho "${text}". Bỏ ${OPTION} rồi chạy lại.`
        : `dòng "${row}" không phải là dòng chưa chắc. Các dòng cần xác nhận (biểu mẫu/STT): ${rows.join(", ")}.`,
    );
  }
  const [only, ...more] = candidates;
  const choices = candidates.map((one) => `${OPTION} "${confirmationOf(one)}"`).join(" hoặc ");
  if (cell === "") {
    if (only !== undefined && more.length === 0) return only;
    throw new Unusable(OPTION, `dòng ${row} có thể ở nhiều ô. Chọn một ô: ${choices}.`);
  }
  const reference = parseReference(cell);
  const chosen = candidates.find(
    ({ address }) =>
      reference !== null &&
      reference.sheet.toLowerCase() === address.sheet.toLowerCase() &&
      reference.top === address.row &&
      reference.left === address.column,
  );
  if (chosen === undefined) {
    throw new Unusable(OPTION, `ô "${cell}" không phải là ô có thể của dòng ${row}. Chọn: ${choices}.`);
  }
  return chosen;
}
