import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jest } from "@jest/globals";

/*
 * Keeps every workbook and every Word file that the product writes in a test, once each, for the judge
 * that ends the run (judge-written.js): where a file was changed, what it was made from as well. Files
 * that a test puts together by hand are not the product's and do not come this way.
 */

type Open = typeof import("../../src/hosts/xlsx/open.js");
type ToDocx = typeof import("../../src/document/docx/to-docx.js");
type Refresh = typeof import("../../src/jobs/refresh.js");

const folder = process.env.CCHC_WRITTEN ?? "";

if (folder !== "") {
  jest.mock("../../src/hosts/xlsx/open.js", () => {
    const open = jest.requireActual<Open>("../../src/hosts/xlsx/open.js");
    const kept = <T extends ReturnType<Open["emptyWorkbook"]>>(book: T, origin: Uint8Array | null): T => {
      const save = book.save.bind(book);
      book.save = async () => keep(await save(), book.extension, origin);
      return book;
    };
    return {
      ...open,
      emptyWorkbook: (...given: Parameters<Open["emptyWorkbook"]>) =>
        kept(open.emptyWorkbook(...given), null),
      openWorkbook: async (...given: Parameters<Open["openWorkbook"]>) => {
        const opened = await open.openWorkbook(...given);
        if (opened.ok) kept(opened.value, given[0]);
        return opened;
      },
    };
  });
  jest.mock("../../src/document/docx/to-docx.js", () => {
    const word = jest.requireActual<ToDocx>("../../src/document/docx/to-docx.js");
    return {
      ...word,
      toDocx: async (...given: Parameters<ToDocx["toDocx"]>) =>
        keep(await word.toDocx(...given), ".docx", null),
    };
  });
  jest.mock("../../src/jobs/refresh.js", () => {
    const job = jest.requireActual<Refresh>("../../src/jobs/refresh.js");
    return {
      ...job,
      refreshWord: (...given: Parameters<Refresh["refreshWord"]>) => {
        const refreshed = job.refreshWord(...given);
        if (refreshed.kind === "refreshed") keep(refreshed.file, ".docx", given[0]);
        return refreshed;
      },
    };
  });
}

/** Keeps a file under its content's name, with the name of what it was made from. */
function keep(bytes: Uint8Array, extension: string, origin: Uint8Array | null): Uint8Array {
  const from = origin === null ? "new" : nameOf(origin);
  if (origin !== null) put(`${from}${extension}`, origin, "origins");
  put(`${nameOf(bytes)}.${from}${extension}`, bytes, "written");
  return bytes;
}

function nameOf(bytes: Uint8Array): string {
  return createHash("sha1").update(bytes).digest("hex");
}

function put(name: string, bytes: Uint8Array, room: "written" | "origins"): void {
  mkdirSync(join(folder, room), { recursive: true });
  try {
    writeFileSync(join(folder, room, name), bytes, { flag: "wx" });
  } catch (cause) {
    // Another test wrote the same already.
    if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
  }
}
