import type { Report } from "../report/report.js";
import { defaultOutline } from "./library.js";
import type { Outline, Sentence } from "./outline.js";
import { gatherMaterial, say } from "./speech.js";

/** The words around the narrative: what the document prints before the first section and after the last. */
export interface Framing {
  /** Trích yếu, under "BÁO CÁO": `Kết quả thực hiện công tác cải cách hành chính quý III, ...`. */
  readonly subject: string;
  /** `(Số liệu tính từ ngày 10/6/2023 đến ngày 09/9/2023)`; null when no day is known. */
  readonly dataWindow: string | null;
  /** `Thực hiện <guidance>, <organization> báo cáo ..., cụ thể như sau:` */
  readonly opening: string;
  /** `Trên đây là báo cáo ... của <organization>./.` */
  readonly closing: string;
}

/** The framing of a report, complete in grammar whatever information is blank. */
export function framing(report: Report, outline: Outline = defaultOutline(report.edition)): Framing {
  const material = gatherMaterial(outline, report);
  const text = (sentence: Sentence): string | null => {
    const speech = say(sentence, material);
    return speech.kind === "said" ? speech.runs.map((run) => run.text).join("") : null;
  };
  return {
    subject: text(outline.framing.subject) ?? "",
    dataWindow: text(outline.framing.dataWindow),
    opening: text(outline.framing.opening) ?? "",
    closing: text(outline.framing.closing) ?? "",
  };
}
