import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";

/**
 * Lays Word files out in LibreOffice and says how full each page is:
 * `npx tsx tools/libreoffice/pages.ts REPORT.docx...`. A page less than two thirds full needs a reason: it
 * is the last, the next one is turned, or a part that begins on a page of its own follows. Needs `soffice`
 * and `pdftotext` (Debian: libreoffice-writer, poppler-utils); no test does.
 */

const run = promisify(execFile);

/** Share of the text's height that a page takes at least. */
const FULL = 2 / 3;
/** Points: the margins of 20 mm at the top and the bottom. */
const MARGIN = 56.7;
/** What begins on a page of its own. */
const PARTS = /^(Phụ lục|Nguồn số liệu)/u;

interface Page {
  readonly turned: boolean;
  /** From the top margin to the lowest word, of the text's height. */
  readonly full: number;
  readonly begins: string;
}

const files = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "cchc-pages-"));
let thin = 0;
try {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files]);
  for (const file of files) {
    const pages = await pagesOf(join(folder, basename(file).replace(/\.\w+$/, ".pdf")));
    const shown = pages.map((page, index) => {
      const reason = page.full >= FULL ? "" : (reasonOf(page, pages[index + 1]) ?? "KHÔNG RÕ LÝ DO");
      if (reason === "KHÔNG RÕ LÝ DO") thin += 1;
      return `${index + 1}: ${(100 * page.full).toFixed(0)}%${reason === "" ? "" : ` (${reason})`}`;
    });
    console.log(`${basename(file)}: ${shown.join(", ")}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = thin === 0 ? 0 : 1;

/** Why a page may end early; null where nothing tells. */
function reasonOf(page: Page, next: Page | undefined): string | null {
  if (next === undefined) return "trang cuối";
  if (next.turned !== page.turned) return "trang sau xoay";
  return PARTS.test(next.begins) ? "phần sau bắt đầu trang mới" : null;
}

async function pagesOf(pdf: string): Promise<readonly Page[]> {
  const words = pdf.replace(/\.pdf$/, ".html");
  await run("pdftotext", ["-bbox", pdf, words]);
  const text = await readFile(words, "utf8");
  return text
    .split("<page ")
    .slice(1)
    .map((page): Page => {
      const size = (name: string) => Number(new RegExp(`${name}="([\\d.]+)"`).exec(page)?.[1] ?? 0);
      const found = [...page.matchAll(/yMin="([\d.]+)"[^>]*yMax="([\d.]+)">([^<]*)</g)]
        .map(([, top, bottom, word = ""]) => ({ top: Number(top), bottom: Number(bottom), word }))
        // The page's number and the draft's mark stand in the margin.
        .filter(({ top }) => top > MARGIN - 4);
      const height = size("height");
      const lowest = Math.max(MARGIN, ...found.map(({ bottom }) => bottom));
      return {
        turned: size("width") > height,
        full: (lowest - MARGIN) / (height - 2 * MARGIN),
        begins: found
          .slice(0, 4)
          .map(({ word }) => word)
          .join(" "),
      };
    });
}
