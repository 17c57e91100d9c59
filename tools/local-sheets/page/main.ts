import { UNITED_STATES, VIETNAM } from "../../grid/culture.js";
import { Grid } from "../../grid/grid.js";
import { showButtons } from "../../page/buttons.js";
import { notify, showShell } from "../../page/shell.js";
import { SheetsBook } from "../book.js";
import { type BoundScript, bindScript, type ScriptFunctions } from "../script.js";
import { Sidebar } from "./sandbox.js";
import { offerToTests } from "./test-entry.js";

/** `?region=en-US` sets the spreadsheet's locale, `?delay=700` how slow Google is, `?pane=closed` starts without. */
const query = new URLSearchParams(location.search);
const region = query.get("region") === "en-US" ? UNITED_STATES : VIETNAM;
const delay = Number(query.get("delay") ?? 300);

const grid = new Grid({ region, addinClearsUndo: false });
grid.name = "Bảng tính không có tiêu đề.xlsx";
const shell = showShell(grid, { editing: () => undefined });
const book = new SheetsBook(grid);
void start();

/** Binds the script to the spreadsheet, from the very file that a deployer puts into Google. */
async function start(): Promise<void> {
  const code = await (await fetch("/sidebar/Code.js")).text();
  const script = bindScript(book, (services) => {
    const names = Object.keys(services);
    const make = new Function(...names, `${code}\nreturn { ${FUNCTIONS.join(", ")} };`);
    const functions: ScriptFunctions = make(...Object.values(services));
    return functions;
  });
  const showSidebar = () => {
    const { sidebar: asked } = script.shown;
    if (asked === null) return;
    script.shown.sidebar = null;
    shell.openSide(asked.title);
    sidebar.open(asked.file);
  };
  const sidebar = new Sidebar(shell.pane, script, delay, showSidebar);
  const press = (name: keyof ScriptFunctions) => {
    callFromMenu(script, name);
    showSidebar();
    const alert = script.shown.alerts.at(-1);
    if (name === "selfCheck" && alert !== undefined) notify(alert);
  };
  showButtons(
    shell.commands,
    script.shown.menu.map(({ caption, calls }) => ({
      id: calls,
      label: caption,
      press: () => {
        if (isFunction(calls)) press(calls);
      },
    })),
  );
  shell.onClose(() => sidebar.close());
  offerToTests(book, script, sidebar, shell.view);
  if (query.get("pane") !== "closed") press("showPane");
}

const FUNCTIONS: readonly (keyof ScriptFunctions)[] = [
  "onOpen",
  "onInstall",
  "onEdit",
  "showPane",
  "selfCheck",
  "read",
  "update",
  "stamp",
  "select",
];

function isFunction(name: string): name is keyof ScriptFunctions {
  return FUNCTIONS.some((one) => one === name);
}

function callFromMenu(script: BoundScript, name: keyof ScriptFunctions): void {
  try {
    if (name === "showPane" || name === "selfCheck") script.call(name);
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error));
  }
}
