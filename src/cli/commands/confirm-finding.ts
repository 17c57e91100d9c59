import { confirmationOfFinding, wordsOfFinding } from "../../jobs/confirm.js";
import { keepConfirmation } from "../../jobs/keep-confirmation.js";
import { sentenceOf } from "../../jobs/tell-finding.js";
import type { Finding } from "../../rules/finding.js";
import { a1 } from "../../values/address.js";
import { judgedBook } from "../checking/check-file.js";
import { openBook, writeBook } from "../files.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "../io.js";
import { jobFaultInWords } from "../job-fault-words.js";

/** What `cchc confirm` is asked for. */
export interface ConfirmOptions {
  /** `Biểu mẫu 3!D10` */
  readonly cell: string;
  /** Needed where several things are said of the cell. */
  readonly rule?: string | undefined;
  /** Absent with `takeBack`. */
  readonly reason?: string | undefined;
  readonly takeBack?: boolean | undefined;
  readonly out: string;
}

/**
 * `cchc confirm`: notes in a copy of a workbook that a finding was looked at and stays, with the reason, or
 * takes that back.
 */
export async function confirmInBook(path: string, options: ConfirmOptions, io: Io): Promise<ExitCode> {
  const reason = options.takeBack === true ? "" : (options.reason ?? "").trim();
  if (reason === "" && options.takeBack !== true) {
    throw new Unusable(
      "--reason",
      "chưa ghi lý do giữ nguyên. Ghi lý do, hoặc dùng --take-back để bỏ xác nhận.",
    );
  }
  const workbook = await openBook(path);
  const { judgement, report } = await judgedBook(path, workbook, {});
  const finding = findingAsked(judgement.findings, options, path);
  const words = wordsOfFinding(finding, report.edition);
  const kept = await keepConfirmation(workbook, confirmationOfFinding(finding, reason), words);
  if (kept.kind === "refused") throw new Unusable(path, jobFaultInWords(kept.fault));
  if (kept.kind === "full") {
    throw new Unusable(path, "danh sách xác nhận đã đầy. Xóa bớt dòng cũ rồi chạy lại.");
  }
  await writeBook(options.out, workbook, [path]);
  const done = options.takeBack === true ? "đã bỏ xác nhận" : "đã xác nhận, giữ nguyên";
  io.tell(`Đã ghi ${options.out}: ${done} "${sentenceOf(finding, report.edition)}"`);
  return exitCodes.fine;
}

function findingAsked(findings: readonly Finding[], { cell, rule }: ConfirmOptions, path: string): Finding {
  const wanted = cell.normalize("NFC").trim().toLowerCase();
  const there = findings.filter(({ place }) => {
    const address = place.kind === "sheet" ? null : place.address;
    return address !== null && `${address.sheet}!${a1(address)}`.toLowerCase() === wanted;
  });
  const fitting = rule === undefined ? there : there.filter((finding) => finding.rule === rule);
  const [only, ...more] = fitting;
  if (only === undefined) {
    throw new Unusable(
      path,
      `không có điều gì được nêu ở ô ${cell}. Ghi ô như lệnh check nêu, ví dụ "Biểu mẫu 3!D10".`,
    );
  }
  if (more.length > 0) {
    const rules = fitting.map((finding) => finding.rule).join(", ");
    throw new Unusable("--rule", `ô ${cell} có nhiều điều được nêu (${rules}). Ghi thêm --rule.`);
  }
  return only;
}
