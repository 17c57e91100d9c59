import { spawnSync } from "node:child_process";

/**
 * Before the first test in a browser: builds the pane and the local Excel's page, where they are out of
 * date. Once, ahead of all workers, so that no test waits for another's build. A build that fails is no
 * reason to run no test: those in a browser try it again and say what is wrong.
 */
export default function buildPane(): void {
  spawnSync(process.execPath, ["--import", "tsx", "tools/server/build.ts"], { stdio: "inherit" });
}
