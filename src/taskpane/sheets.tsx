import { createSheetsHost } from "../hosts/gsheets/host.js";
import { type ScriptRun, scriptMessages } from "../hosts/gsheets/script-run.js";
import { pageSurroundings } from "../hosts/gsheets/surroundings.js";
import { createSession } from "./session/session.js";
import { paneOf } from "./show-pane.js";

/** What Google puts into the sidebar's page before anything else runs. */
declare const google: { readonly script: { readonly run: ScriptRun & SidebarRun } };

interface SidebarRun {
  /** Opens the sidebar in place of this one. */
  showPane(): void;
}

/** Google writes the page into its frame once: a frame that loads itself again stays blank. */
const reopen = () => google.script.run.showPane();

const render = paneOf(document, () => null);

/** Opens the pane in the sidebar of Google Sheets. */
async function start(): Promise<void> {
  const surroundings = pageSurroundings(document, window);
  const host = createSheetsHost(scriptMessages(google.script.run), surroundings);
  const session = createSession({ host, now: () => new Date(), after: surroundings.after });
  render({ kind: "work", session, step: null, mac: false, lacks: host.capabilities.lacks, reopen });
}

render({ kind: "waiting" });
void start();
