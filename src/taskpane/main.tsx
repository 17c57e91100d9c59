import { createExcelHost } from "../hosts/excel/host.js";
import { officeRuntime } from "../hosts/excel/runtime.js";
import { createSession } from "./session/session.js";
import { steps } from "./session/state.js";
import { paneOf } from "./show-pane.js";
import { findSurroundings, type Surroundings } from "./surroundings.js";
import type { OfficeColors } from "./view/theme.js";

/** The step that a ribbon button asks for: `taskpane.html?step=check`. */
function askedStep() {
  const asked = new URLSearchParams(location.search).get("step");
  return steps.find((step) => step === asked) ?? null;
}

/** Colours of Excel's own pane; absent on the web and in a plain browser. */
function officeColors(): OfficeColors | null {
  return globalThis.Office?.context?.officeTheme ?? null;
}

const loadWide = () => import(/* webpackChunkName: "wide" */ "./wide/open-wide.js");

const render = paneOf(document, officeColors);

async function start(surroundings: Surroundings): Promise<void> {
  if (surroundings.kind !== "excel") {
    render({ kind: surroundings.kind });
    return;
  }
  const runtime = officeRuntime();
  const host = createExcelHost(runtime);
  const session = createSession({
    host,
    now: () => new Date(),
    after: runtime.after,
  });
  render({
    kind: "work",
    session,
    step: askedStep(),
    mac: surroundings.mac,
    windows: surroundings.windows && { ...surroundings.windows, load: loadWide },
    lacks: host.capabilities.lacks,
  });
}

render({ kind: "waiting" });
void findSurroundings(globalThis, (late) => void start(late)).then(start);
