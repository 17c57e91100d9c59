import { execFileSync, spawnSync } from "node:child_process";
import {
  chmod,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { readBytes, writeBytes } from "../../../src/hosts/xlsx/files.js";
import { temporaryBeside } from "../../../src/hosts/xlsx/temporary-file.js";

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

  it("writes only to a file: a device, a pipe and a socket stay what they are", async () => {
    const pipe = join(folder, "ong");
    execFileSync("mkfifo", [pipe]);
    await symlink("/dev/null", join(folder, "thiet-bi.xlsx"));
    for (const path of [pipe, "/dev/null", join(folder, "thiet-bi.xlsx")]) {
      expect(await writeBytes(path, bytes)).toMatchObject({
        ok: false,
        fault: { kind: "no-file", message: expect.stringMatching(/\. Hãy .+\.$/) },
      });
    }
    expect((await stat(pipe)).isFIFO()).toBe(true);
    expect((await stat("/dev/null")).isCharacterDevice()).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(["ong", "thiet-bi.xlsx"]);
  });

  it("refuses links to nothing and links in a circle, and leaves them as they are", async () => {
    await symlink(join(folder, "khong-co.xlsx"), join(folder, "hong.xlsx"));
    await symlink(join(folder, "b.xlsx"), join(folder, "a.xlsx"));
    await symlink(join(folder, "a.xlsx"), join(folder, "b.xlsx"));
    for (const name of ["hong.xlsx", "a.xlsx"]) {
      expect(await writeBytes(join(folder, name), bytes)).toMatchObject({
        ok: false,
        fault: { kind: "broken-link", message: expect.stringMatching(/\. Hãy .+\.$/) },
      });
      expect((await lstat(join(folder, name))).isSymbolicLink()).toBe(true);
    }
    expect((await readdir(folder)).sort()).toEqual(["a.xlsx", "b.xlsx", "hong.xlsx"]);
  });

  it.each([0o600, 0o664, 0o444])("keeps the mode %o of the file that it replaces", async (mode) => {
    const path = join(folder, "rieng.xlsx");
    await writeFile(path, "cũ");
    await chmod(path, mode);
    expect(await writeBytes(path, bytes)).toEqual({ ok: true, value: null });
    expect((await stat(path)).mode & 0o7777).toBe(mode);
  });

  it("takes a name as long as the file system allows", async () => {
    const path = join(folder, `${"ă".repeat(125)}.xlsx`);
    expect(await writeBytes(path, bytes)).toEqual({ ok: true, value: null });
  });

  it("removes what a stopped run left for the same target, and nothing of a run that goes on", async () => {
    const path = join(folder, "moi.xlsx");
    const own = basename(temporaryBeside(path));
    const other = basename(temporaryBeside(join(folder, "khac.xlsx")));
    const stopped = spawnSync(process.execPath, ["-e", ""]).pid;
    const ofStopped = own.replace(`-${process.pid}-`, `-${stopped}-`);
    const ofOther = other.replace(`-${process.pid}-`, `-${stopped}-`);
    for (const name of [own, ofStopped, ofOther]) await writeFile(join(folder, name), "dở");
    expect(await writeBytes(path, bytes)).toEqual({ ok: true, value: null });
    expect((await readdir(folder)).sort()).toEqual([own, ofOther, "moi.xlsx"].sort());
  });

  it.each([
    [23, false],
    [25, true],
  ])("removes another machine's leftover only after a day: after %i hours %s", async (hours, removed) => {
    const path = join(folder, "moi.xlsx");
    const [, , tag = ""] = basename(temporaryBeside(path)).split("-");
    const foreign = join(folder, basename(temporaryBeside(path)).replace(tag, "0".repeat(12)));
    await writeFile(foreign, "dở");
    const then = Date.now() / 1000 - hours * 3600;
    await utimes(foreign, then, then);
    await writeBytes(path, bytes);
    expect((await readdir(folder)).includes(basename(foreign))).toBe(!removed);
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
