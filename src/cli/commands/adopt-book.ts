import { percent, proposeAdoption, recogniseForms } from "../../jobs/adopt.js";
import { perform } from "../../jobs/perform.js";
import { survey } from "../../jobs/survey.js";
import type { Recognition, RecognitionOutcome } from "../../recognition/recognition.js";
import { doubtInWords } from "../doubt-words.js";
import { requireEdition } from "../editions.js";
import { openBook, writeBook } from "../files.js";
import { type ExitCode, exitCodes, type Io, printJson, Unusable } from "../io.js";
import { jobFaultInWords } from "../job-fault-words.js";
import { recognitionJson } from "../json/recognition-json.js";

/** `cchc adopt`: recognises the forms of a workbook and binds the sure cells by name in a copy. */
export async function adoptBook(
  path: string,
  options: { readonly out: string; readonly edition?: string | undefined; readonly json: boolean },
  io: Io,
): Promise<ExitCode> {
  const edition = options.edition === undefined ? null : await requireEdition(options.edition);
  const workbook = await openBook(path);
  const surveyed = await survey(workbook);
  if (!surveyed.ok) throw new Unusable(path, jobFaultInWords(surveyed.fault));
  const outcome = recogniseForms(surveyed.value.snapshot, edition);
  if (outcome.kind === "nothing") throw new Unusable(path, nothingInWords(outcome));
  const { recognition } = outcome;
  const proposal = proposeAdoption(recognition);
  if (proposal.kind === "unsure") {
    for (const doubt of recognition.doubts) io.tell(doubtInWords(doubt));
    throw new Unusable(
      path,
      "thấy biểu mẫu nhưng không ô nào đủ chắc chắn để gắn. Sửa các chỗ nêu trên rồi chạy lại.",
    );
  }
  for (const loss of workbook.losses) io.tell(`${path}: tệp kết quả sẽ không còn ${loss}`);
  const performed = await perform(workbook, proposal.work);
  if (performed.kind !== "done") throw new Unusable(path, jobFaultInWords(performed.fault));
  await writeBook(options.out, workbook, [path]);
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

/** What was looked for in a workbook without any recognisable form, and where. */
export function nothingInWords({ sheets, blocks }: Extract<RecognitionOutcome, { kind: "nothing" }>): string {
  const searched = `Đã tìm bảng có các cột STT, chỉ tiêu (nội dung), đơn vị tính, số lượng/tỷ lệ (kết quả) ở ${sheets.length} sheet: ${sheets.join(", ")}`;
  return blocks === 0
    ? `không nhận ra biểu mẫu nào. ${searched}. Mở đúng tệp có biểu mẫu, hoặc đặt lại dòng tiêu đề của bảng.`
    : `không nhận ra biểu mẫu nào. ${searched}; có ${blocks} bảng nhưng các dòng không khớp bộ biểu mẫu nào. Dùng lệnh cchc infer để tạo bộ biểu mẫu từ bảng này.`;
}
