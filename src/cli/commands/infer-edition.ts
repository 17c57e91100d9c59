import { editionIdFrom } from "../../jobs/editions.js";
import { inferForms, sentenceOfDraftDoubt, sentenceOfInference } from "../../jobs/infer.js";
import { survey } from "../../jobs/survey.js";
import type { EditionDraft } from "../../recognition/inference/infer-edition.js";
import { openBook, writeFile } from "../files.js";
import { type ExitCode, exitCodes, type Io, printJson, Unusable } from "../io.js";
import { jobFaultInWords } from "../job-fault-words.js";

/** `cchc infer`: a draft edition from the bare tables of a workbook, with what is doubtful about it. */
export async function inferEditionFile(
  path: string,
  options: { readonly out: string; readonly json: boolean },
  io: Io,
): Promise<ExitCode> {
  const surveyed = await survey(await openBook(path));
  if (!surveyed.ok) throw new Unusable(path, jobFaultInWords(surveyed.fault));
  const id = idFrom(options.out);
  const outcome = inferForms(surveyed.value.snapshot, { id, name: `Bộ biểu mẫu ${id}` });
  if (outcome.kind === "nothing") {
    throw new Unusable(
      path,
      `không thấy bảng nào giống biểu mẫu. Đã tìm bảng có các cột STT, chỉ tiêu (nội dung), đơn vị tính, số lượng/tỷ lệ (kết quả) ở ${outcome.sheets.length} trang tính: ${outcome.sheets.join(", ")}. Đặt lại dòng tiêu đề của bảng rồi chạy lại.`,
    );
  }
  const { draft } = outcome;
  await writeFile(options.out, `${JSON.stringify(draft.json, null, 2)}\n`, [path]);
  if (options.json) printJson(io, draftJson(path, options.out, id, draft));
  tell(draft, options.out, io);
  return draft.edition === null ? exitCodes.errorFindings : exitCodes.fine;
}

/** `edition` for EDITION.json: what an edition's id may be made of. */
function idFrom(out: string): string {
  const name = (out.split(/[\\/]/).at(-1) ?? "").replace(/\.json$/i, "");
  return editionIdFrom(name) || "bo-bieu-mau";
}

function tell({ forms, inferences, doubts, faults }: EditionDraft, out: string, io: Io): void {
  const rows = forms.reduce((sum, form) => sum + form.rows.length, 0);
  const certain = inferences.filter((inference) => inference.certain).length;
  io.tell(
    `Đã suy ra ${forms.length} biểu mẫu, ${rows} dòng; ${certain} điểm chắc chắn, ${doubts.length} điểm cần xem lại.`,
  );
  for (const doubt of doubts) io.tell(`Cần xem lại: ${sentenceOfDraftDoubt(doubt)}`);
  for (const { path, message } of faults) io.tell(`Phải sửa trước khi dùng: ${path}: ${message}`);
  io.tell(`Đã ghi ${out}.`);
}

function draftJson(file: string, out: string, id: string, draft: EditionDraft): unknown {
  return {
    file,
    out,
    edition: id,
    usable: draft.edition !== null,
    faults: draft.faults,
    inferences: draft.inferences.map((inference) => ({
      ...inference,
      certainty: inference.certain ? "certain" : "doubtful",
      message: sentenceOfInference(inference),
    })),
    doubts: draft.doubts.map((doubt) => ({ ...doubt, message: sentenceOfDraftDoubt(doubt) })),
  };
}
