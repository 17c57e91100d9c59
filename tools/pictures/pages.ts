import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { exitCodes } from "../../src/cli/io.js";
import { runCommandLine } from "../../src/cli/program.js";
import { thanhMienData } from "../../tests/support/report-data.js";
import { IMAGES } from "./images.js";

const run = promisify(execFile);

/**
 * Pictures of the printed workbook and of the Word file, as LibreOffice shows them.
 *
 * @throws when soffice or pdftoppm (Debian: libreoffice, poppler-utils) is missing
 */
export async function picturePages(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "cchc-pictures-"));
  const at = (name: string) => join(folder, name);
  try {
    await writeFile(at("data.json"), JSON.stringify(thanhMienData));
    await cchc("new", "--edition", "hai-duong-2022", "--out", at("new.xlsx"));
    await cchc("fill", at("new.xlsx"), "--data", at("data.json"), "--out", at("so.xlsx"));
    await cchc("report", at("so.xlsx"), "--out", at("bao-cao.docx"));
    for (const name of ["so.xlsx", "bao-cao.docx"]) {
      await run("soffice", ["--headless", "--convert-to", "pdf", "--outdir", folder, at(name)]);
    }
    await picture(at("so.pdf"), 4, "form-3", folder);
    await picture(at("bao-cao.pdf"), 1, "report-page-1", folder);
    await picture(at("bao-cao.pdf"), 3, "report-page-3", folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function cchc(...args: readonly string[]): Promise<void> {
  const told: string[] = [];
  const io = {
    out: () => undefined,
    tell: (line: string) => told.push(line),
    watched: false,
    draw: () => undefined,
  };
  // A report with errors in it is written, as a draft.
  const code = await runCommandLine(args, io);
  if (code !== exitCodes.fine && code !== exitCodes.errorFindings) throw new Error(told.join("\n"));
}

async function picture(pdf: string, page: number, name: string, folder: string): Promise<void> {
  const stem = join(folder, name);
  await run("pdftoppm", [
    "-r",
    "70",
    "-f",
    String(page),
    "-l",
    String(page),
    "-png",
    "-singlefile",
    pdf,
    stem,
  ]);
  await copyFile(`${stem}.png`, join(IMAGES, `${name}.png`));
}
