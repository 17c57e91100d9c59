import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readBytes, writeBytes } from "../../../src/hosts/xlsx/files.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cchc-files-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode("nội dung mới");

describe("reading a file", () => {
  it("gives its bytes", async () => {
    const path = join(folder, "Báo cáo quý III.xlsx");
    await writeFile(path, bytes);
    expect(await readBytes(path)).toEqual({ ok: true, value: bytes });
  });

  it.each([
    ["missing", "khong-co.xlsx"],
    ["missing", "tep.xlsx/con.xlsx"],
    ["directory", "thu-muc"],
  ])("says %s for %s", async (kind, name) => {
    await mkdir(join(folder, "thu-muc"));
    await writeFile(join(folder, "tep.xlsx"), bytes);
    const result = await readBytes(join(folder, name));
    expect(result).toMatchObject({
      ok: false,
      fault: { kind, message: expect.stringMatching(/\. Hãy .+\.$/) },
    });
  });

  it("says unreadable for what is no file", async () => {
    expect(await readBytes("/dev/null")).toMatchObject({ ok: false, fault: { kind: "unreadable" } });
  });
});

describe("writing a file", () => {
  it("writes it whole and leaves nothing else behind", async () => {
    const path = join(folder, "moi.xlsx");
    await writeFile(path, "cũ");
    expect(await writeBytes(path, bytes)).toEqual({ ok: true, value: null });
    expect(new Uint8Array(await readFile(path))).toEqual(bytes);
    expect(await readdir(folder)).toEqual(["moi.xlsx"]);
  });

  it("replaces the file behind a link, not the link", async () => {
    await writeFile(join(folder, "that.xlsx"), "cũ");
    await symlink(join(folder, "that.xlsx"), join(folder, "lien-ket.xlsx"));
    await writeBytes(join(folder, "lien-ket.xlsx"), bytes);
    expect(new Uint8Array(await readFile(join(folder, "that.xlsx")))).toEqual(bytes);
  });

  it("never writes over an input, by whatever path it is reached", async () => {
    const input = join(folder, "vao.xlsx");
    await writeFile(input, "đầu vào");
    await symlink(input, join(folder, "lien-ket.xlsx"));
    await link(input, join(folder, "ten-khac.xlsx"));
    for (const path of [
      input,
      join(folder, ".", "vao.xlsx"),
      join(folder, "lien-ket.xlsx"),
      join(folder, "ten-khac.xlsx"),
    ]) {
      expect(await writeBytes(path, bytes, [input])).toMatchObject({
        ok: false,
        fault: { kind: "is-input" },
      });
    }
    expect(await readFile(input, "utf8")).toBe("đầu vào");
  });

  it.each([
    ["directory", "."],
    ["missing", "khong-co/moi.xlsx"],
  ])("says %s for %s", async (kind, name) => {
    const result = await writeBytes(join(folder, name), bytes);
    expect(result).toMatchObject({
      ok: false,
      fault: { kind, message: expect.stringMatching(/\. Hãy .+\.$/) },
    });
    expect(await readdir(folder)).toEqual([]);
  });
});
