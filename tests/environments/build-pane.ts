import { execFileSync } from "node:child_process";

/**
 * Before the first test in a browser: builds the pane and the local Excel's page, where they are out of
 * date. Once, ahead of all workers, so that no test waits for another's build.
 */
export default function buildPane(): void {
  execFileSync(process.execPath, ["--import", "tsx", "tools/server/build.ts"], { stdio: "inherit" });
}
