import { planBinding } from "../../recognition/plan-binding.js";
import { recognise } from "../../recognition/recognise.js";
import type { Recognition } from "../../recognition/recognition.js";
import { doubtInWords, nothingInWords, percent } from "../../recognition/words.js";
import { withCarriedEdition } from "../../workbook/planning/plan-edition.js";
import { requireEdition } from "../editions.js";
import { openBook, writeFile } from "../files.js";
import { type ExitCode, exitCodes, type Io, printJson, Unusable } from "../io.js";
import { recognitionJson } from "../json/recognition-json.js";

/** `cchc adopt`: recognises the forms of a workbook and binds the sure cells by name in a copy. */
export async function adoptBook(
  path: string,
  options: { readonly out: string; readonly edition?: string | undefined; readonly json: boolean },
  io: Io,
): Promise<ExitCode> {
  const editions = options.edition === undefined ? undefined : [await requireEdition(options.edition)];
  const book = await openBook(path);
  const captured = await book.capture();
  if (!captured.ok) throw new Unusable(path, captured.fault.message);
  const outcome = recognise(captured.value, editions);
  if (outcome.kind === "nothing") throw new Unusable(path, nothingInWords(outcome));
  const { recognition } = outcome;
  if (recognition.bindings.length === 0) {
    for (const doubt of recognition.doubts) io.tell(doubtInWords(doubt));
    throw new Unusable(
      path,
      "thấy biểu mẫu nhưng không ô nào đủ chắc chắn để gắn. Sửa các chỗ nêu trên rồi chạy lại.",
    );
  }
  for (const loss of book.losses) io.tell(`${path}: tệp kết quả sẽ không còn ${loss}`);
  const applied = await book.apply(withCarriedEdition(planBinding(recognition), recognition.edition));
  if (!applied.ok) throw new Unusable(path, applied.fault.message);
  await writeFile(options.out, await book.save(), [path]);
  if (options.json) printJson(io, recognitionJson(path, options.out, recognition));
  tell(recognition, options.out, io);
  return exitCodes.fine;
}

function tell(recognition: Recognition, out: string, io: Io): void {
  const { edition, score, bindings, doubts, missing, unrecognised, info } = recognition;
  const least = Math.min(...bindings.map(({ confidence }) => confidence));
  io.tell(`Bộ biểu mẫu khớp nhất: ${edition.id} (${percent(score)}).`);
  io.tell(
    `Đã gắn ${bindings.length} ô, ô kém chắc nhất ${percent(least)}; không ô nào nhìn thấy bị thay đổi.`,
  );
  for (const doubt of doubts) io.tell(`Cần xem lại: ${doubtInWords(doubt)}`);
  if (missing.length > 0) {
    const rows = missing.map(({ form, code }) => `${form}/${code}`).join(", ");
    io.tell(`Không thấy ${missing.length} dòng của bộ biểu mẫu (biểu mẫu/STT): ${rows}.`);
  }
  for (const { sheet, row, label } of unrecognised) {
    io.tell(`Dòng không thuộc bộ biểu mẫu: sheet ${sheet}, dòng ${row}: ${label}`);
  }
  for (const { key, value, text } of info)
    io.tell(`Đọc được từ tiêu đề "${text}": ${key} = ${value} (chưa ghi).`);
  io.tell(`Đã ghi ${out}.`);
}
