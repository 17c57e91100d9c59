import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Before the first test: a folder in which the files that tests write are kept until they are judged. */
export default function roomForWritten(): void {
  process.env.CCHC_WRITTEN ??= mkdtempSync(join(tmpdir(), "cchc-written-"));
}
