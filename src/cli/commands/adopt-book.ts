import {
  bindingKey,
  candidatesOf,
  proposeAdoption,
  recogniseForms,
  sentenceOfTableDoubt,
  tellTable,
} from "../../jobs/adopt.js";
import { withInfoSheet } from "../../jobs/adopt-info.js";
import { perform, type Work } from "../../jobs/perform.js";
import { percent } from "../../jobs/recognition-words.js";
import { survey } from "../../jobs/survey.js";
import type { Binding, Recognition, RecognitionOutcome } from "../../recognition/recognition.js";
import { confirmationOf, confirmedCells } from "../confirmed-cells.js";
import { doubtInWords } from "../doubt-words.js";
import { requireEdition } from "../editions.js";
import { openBook, readJson, writeBook } from "../files.js";
import { type ExitCode, exitCodes, type Io, printJson, Unusable } from "../io.js";
import { jobFaultInWords } from "../job-fault-words.js";
import { recognitionJson } from "../json/recognition-json.js";

/** `cchc adopt`: recognises the forms of a workbook and binds the sure cells by name in a copy. */
export async function adoptBook(
  path: string,
  options: {
    readonly out: string;
    readonly edition?: string | undefined;
    /** Rows in doubt that are confirmed, as `confirmedCells` takes them. */
    readonly confirm?: readonly string[] | undefined;
    /** True for the sheet `Thông tin chung` as far as the titles tell, or a file with more of it. */
    readonly info?: string | true | undefined;
    readonly json: boolean;
  },
  io: Io,
): Promise<ExitCode> {
  const edition = options.edition === undefined ? null : await requireEdition(options.edition);
  const workbook = await openBook(path);
  const surveyed = await survey(workbook);
  if (!surveyed.ok) throw new Unusable(path, jobFaultInWords(surveyed.fault));
  const outcome = recogniseForms(surveyed.value.snapshot, edition);
  if (outcome.kind === "nothing") throw new Unusable(path, nothingInWords(outcome));
  const { recognition } = outcome;
  const confirmed = confirmedCells(recognition, options.confirm ?? []);
  const proposal = proposeAdoption(recognition, confirmed);
  if (proposal.kind === "unsure") {
    for (const doubt of recognition.doubts) io.tell(doubtInWords(doubt));
    throw new Unusable(
      path,
      "thấy biểu mẫu nhưng không ô nào đủ chắc chắn để ghi nhớ vị trí. Sửa các chỗ nêu trên rồi chạy lại.",
    );
  }
  for (const loss of workbook.losses) io.tell(`${path}: tệp kết quả sẽ không còn ${loss}`);
  const work = await workWith(proposal.work, recognition, options.info, io);
  const performed = await perform(workbook, work);
  if (performed.kind !== "done") throw new Unusable(path, jobFaultInWords(performed.fault));
  await writeBook(options.out, workbook, [path]);
  if (options.json) printJson(io, recognitionJson(path, options.out, recognition, confirmed));
  tell(recognition, confirmed, options, io);
  return exitCodes.fine;
}

/** The names, and the sheet `Thông tin chung` where it is asked for. */
async function workWith(
  work: Work,
  recognition: Recognition,
  info: string | true | undefined,
  io: Io,
): Promise<Work> {
  if (info === undefined) return work;
  const added = withInfoSheet(work, recognition, info === true ? {} : await readJson(info));
  if (added.kind === "unusable-info") {
    throw new Unusable(info === true ? "--info" : info, added.faults.map(({ message }) => message).join(" "));
  }
  for (const key of added.unknownInfo) io.tell(`Bỏ qua mục thông tin không có trong báo cáo: ${key}`);
  return added.work;
}

function tell(
  recognition: Recognition,
  confirmed: readonly Binding[],
  { out, info: withInfo }: { readonly out: string; readonly info?: string | true | undefined },
  io: Io,
): void {
  const { edition, score, bindings, doubts, missing, unrecognised, tables, info } = recognition;
  const least = Math.min(...[...bindings, ...confirmed].map(({ confidence }) => confidence));
  io.tell(`Bộ biểu mẫu khớp nhất: ${edition.id} (${percent(score)}).`);
  io.tell(
    `Đã ghi nhớ vị trí ${bindings.length + confirmed.length} ô, ô kém chắc nhất ${percent(least)}; không ô nào nhìn thấy bị thay đổi.`,
  );
  if (confirmed.length > 0) {
    io.tell(`Trong đó ${confirmed.length} ô theo xác nhận: ${confirmed.map(confirmationOf).join(", ")}.`);
  }
  const settled = new Set(confirmed.map(bindingKey));
  for (const doubt of doubts) {
    const candidates = candidatesOf(doubt);
    if (candidates.some((one) => settled.has(bindingKey(one)))) continue;
    const choices = candidates.map((one) => `--confirm "${confirmationOf(one)}"`).join(" hoặc ");
    io.tell(`Cần xem lại: ${doubtInWords(doubt)}${choices === "" ? "" : ` Xác nhận: ${choices}.`}`);
  }
  if (tables.bound.length > 0) {
    io.tell(
      `Đã ghi nhớ vị trí ${tables.bound.length} phụ biểu: ${tables.bound.map((table) => tellTable(table)).join(", ")}.`,
    );
  }
  for (const doubt of tables.doubts) io.tell(`Cần xem lại: ${sentenceOfTableDoubt(doubt)}`);
  if (missing.length > 0) {
    const rows = missing.map(({ form, code }) => `${form}/${code}`).join(", ");
    io.tell(`Không thấy ${missing.length} dòng của bộ biểu mẫu (biểu mẫu/STT): ${rows}.`);
  }
  for (const { sheet, row, label } of unrecognised) {
    io.tell(`Dòng không thuộc bộ biểu mẫu: trang tính ${sheet}, dòng ${row}: ${label}`);
  }
  for (const { key, value, text } of info)
    io.tell(
      `Đọc được từ tiêu đề "${text}": ${key} = ${value}${withInfo === undefined ? " (chưa ghi; thêm bằng --info)" : ""}.`,
    );
  io.tell(`Đã ghi ${out}.`);
}

/** What was looked for in a workbook without any recognisable form, and where. */
export function nothingInWords({ sheets, blocks }: Extract<RecognitionOutcome, { kind: "nothing" }>): string {
  const searched = `Đã tìm bảng có các cột STT, chỉ tiêu (nội dung), đơn vị tính, số lượng/tỷ lệ (kết quả) ở ${sheets.length} trang tính: ${sheets.join(", ")}`;
  return blocks === 0
    ? `không nhận ra biểu mẫu nào. ${searched}. Mở đúng tệp có biểu mẫu, hoặc đặt lại dòng tiêu đề của bảng.`
    : `không nhận ra biểu mẫu nào. ${searched}; có ${blocks} bảng nhưng các dòng không khớp bộ biểu mẫu nào. Dùng lệnh cchc infer để tạo bộ biểu mẫu từ bảng này.`;
}
