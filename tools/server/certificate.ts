import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "selfsigned";
import { PATHS } from "./paths.js";

/** Key and certificate of `localhost`, in PEM. */
interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const DAYS = 365;
const DAY = 86_400_000;

/**
 * A development certificate for `localhost`, made on the spot and kept under `build/`, so that the
 * browser's exception for it lasts. It never leaves this machine.
 */
export async function certificate(): Promise<Certificate> {
  const file = join(PATHS.build, "certificate.json");
  const kept = await readKept(file);
  if (kept && kept.until > Date.now() + DAY) return kept;
  const made = await make();
  await mkdir(PATHS.build, { recursive: true });
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

async function make(): Promise<Certificate> {
  const until = Date.now() + DAYS * DAY;
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    algorithm: "sha256",
    notAfterDate: new Date(until),
    extensions: [
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return { key, cert, until };
}

async function readKept(file: string): Promise<Certificate | null> {
  try {
    const kept: Certificate = JSON.parse(await readFile(file, "utf8"));
    return kept;
  } catch {
    return null;
  }
}
