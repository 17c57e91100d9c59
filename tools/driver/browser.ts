import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/**
 * Starts a headless Chromium for tests and pictures: the one that CHROMIUM_PATH names, Debian's, or
 * the one inside the npm package `@sparticuz/chromium` with the libraries that a bare machine lacks.
 *
 * @throws with one clear line when none can be started
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  try {
    return await chromium.launch({ executablePath, args: FLAGS });
  } catch (cause) {
    throw new Error(
      `Chromium at ${executablePath} does not start. Install Debian's package chromium, or set CHROMIUM_PATH.`,
      { cause },
    );
  }
}

const FLAGS = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const DEBIAN = "/usr/bin/chromium";

async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, where there is no file.`);
  }
  return existsSync(DEBIAN) ? DEBIAN : packagedChromium();
}

/** The packaged browser unpacks its libraries only where it believes to run on Amazon Linux. */
async function packagedChromium(): Promise<string> {
  const before = process.env.AWS_EXECUTION_ENV;
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env.AWS_EXECUTION_ENV;
    else process.env.AWS_EXECUTION_ENV = before;
  }
}
