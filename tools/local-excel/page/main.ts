import { UNITED_STATES, VIETNAM } from "../../grid/culture.js";
import { Grid } from "../../grid/grid.js";
import { showButtons } from "../../page/buttons.js";
import { notify, showShell } from "../../page/shell.js";
import { NEWEST_EXCEL_API } from "../requirement-sets.js";
import type { Exit } from "./pane/keyboard.js";
import { type RibbonButton, readManifest } from "./pane/manifest.js";
import { Pane } from "./pane/pane.js";
import { addinButtons } from "./ribbon.js";
import { offerToTests } from "./test-entry.js";

/**
 * `?region=en-US` sets the machine, `?excelApi=1.9` how new this Excel is. With `?origin=https://127.0.0.1:3000`
 * the pane's page comes from there: another site, as in Excel, to which a browser gives a process of its own.
 */
const query = new URLSearchParams(location.search);
const region = query.get("region") === "en-US" ? UNITED_STATES : VIETNAM;
const excelApi = query.get("excelApi") ?? NEWEST_EXCEL_API;

const grid = new Grid({ region });
const shell = showShell(grid, { editing: (on) => pane.setEditing(on) });
const paneOptions = {
  excelApi,
  locale: region.name,
  origin: query.get("origin") ?? location.origin,
  unsupported: (what: string) => notify(`Phần bổ trợ gọi một chức năng mà Excel cục bộ không có: ${what}`),
  leave: (exit: Exit) => {
    if (exit === "after" || exit === "before") return shell.focusSide();
    shell.view.focus();
    if (exit === "edit") shell.view.edit();
  },
};
const pane = new Pane(shell.pane, grid, paneOptions);
// F6 goes round the parts of the window, as in Excel: from the cells to the pane.
document.addEventListener("keydown", (event) => {
  if (event.key === "F6" && pane.enter(event.shiftKey ? "backward" : "forward")) event.preventDefault();
});
shell.onClose(() => pane.close());
offerToTests(grid, pane, shell.view, paneOptions);
void showAddin();

/** Shows the buttons of the add-in's manifest and opens its pane; where it is to stay closed, only a workbook that brings it along opens it. */
async function showAddin(): Promise<void> {
  const answer = await fetch("/manifest.xml");
  const ribbon = readManifest(await answer.text());
  showButtons(
    shell.commands,
    addinButtons(ribbon.buttons, (button) => press(button, ribbon.tab)),
  );
  const first = ribbon.buttons.find((button) => button.action.kind === "pane");
  if (first && (query.get("pane") !== "closed" || pane.opensWithFile)) press(first, ribbon.tab);
}

function press(button: RibbonButton, tab: string): void {
  if (button.action.kind === "pane") {
    shell.openSide(tab);
    pane.open(button.action.address);
  } else if (!pane.invoke(button.id, button.action.name)) {
    notify("Phần bổ trợ chưa sẵn sàng: hãy mở ngăn trước.");
  }
}
