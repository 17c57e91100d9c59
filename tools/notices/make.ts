import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import webpack, { type Stats } from "webpack";
import config from "../../webpack.config.js";
import { filesInPane } from "../local-sheets/build.js";
import { filesOfWebpack, packagesOf } from "./packages.js";
import { noticesText } from "./text.js";

/** `npm run notices`: writes `NOTICES.txt` from what the builds for Excel and Google Sheets really contain. */
const folder = await mkdtemp(join(tmpdir(), "cchc-notices-"));
try {
  const files = [...(await filesForExcel(folder)), ...(await filesInPane())];
  const target = fileURLToPath(new URL("../../NOTICES.txt", import.meta.url));
  const packages = await packagesOf(files);
  await writeFile(target, noticesText(packages));
  console.log(`NOTICES.txt: ${packages.length} packages`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function filesForExcel(outDir: string): Promise<readonly string[]> {
  const compiler = webpack(config({ outDir }, { mode: "production" }));
  const stats = await new Promise<Stats>((resolve, reject) => {
    compiler.run((error, result) => (result === undefined ? reject(error) : resolve(result)));
  });
  const files = filesOfWebpack(stats.compilation);
  await new Promise((closed) => compiler.close(closed));
  return files;
}
