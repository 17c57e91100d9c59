import { UNITED_STATES, VIETNAM } from "../../grid/culture.js";
import { Grid } from "../../grid/grid.js";
import { bookButtons } from "../../page/book-commands.js";
import { showButtons } from "../../page/buttons.js";
import { keepOverReload } from "../../page/keep.js";
import { showGrid } from "../../sheet-view/sheet-view.js";
import { NEWEST_EXCEL_API } from "../requirement-sets.js";
import { type RibbonButton, readManifest } from "./pane/manifest.js";
import { Pane } from "./pane/pane.js";
import { addinButtons } from "./ribbon.js";
import { offerToTests } from "./test-entry.js";

/** `?region=en-US` sets the machine, `?excelApi=1.9` how new this Excel is. */
const query = new URLSearchParams(location.search);
const region = query.get("region") === "en-US" ? UNITED_STATES : VIETNAM;
const excelApi = query.get("excelApi") ?? NEWEST_EXCEL_API;

const grid = new Grid({ region });
keepOverReload(grid);

const pane = new Pane(element("pane"), grid, {
  excelApi,
  locale: region.name,
  unsupported: (what) => notify(`Phần bổ trợ gọi một chức năng mà Excel cục bộ không có: ${what}`),
});
const view = showGrid(element("grid"), grid, { editing: (on) => pane.setEditing(on), tell: notify });

const showName = () => {
  element("book-name").textContent = grid.name;
};
showName();
grid.listen(showName);
showButtons(element("book-commands"), bookButtons(grid, notify));
element("side-close").addEventListener("click", closePane);
offerToTests(grid, pane, view);
void showAddin();

/** Shows the buttons of the add-in's manifest and opens its pane, as it opens with the workbook. */
async function showAddin(): Promise<void> {
  const answer = await fetch("/manifest.xml");
  const ribbon = readManifest(await answer.text());
  element("side-name").textContent = ribbon.tab;
  showButtons(element("addin-commands"), addinButtons(ribbon.buttons, press));
  const first = ribbon.buttons.find((button) => button.action.kind === "pane");
  if (first && query.get("pane") !== "closed") press(first);
}

function press(button: RibbonButton): void {
  if (button.action.kind === "pane") {
    element("side").hidden = false;
    pane.open(button.action.address);
  } else if (!pane.invoke(button.id, button.action.name)) {
    notify("Phần bổ trợ chưa sẵn sàng: hãy mở ngăn trước.");
  }
}

function closePane(): void {
  pane.close();
  element("side").hidden = true;
}

function notify(message: string): void {
  const notice = element("notice");
  notice.textContent = message;
  setTimeout(() => {
    if (notice.textContent === message) notice.textContent = "";
  }, 6_000);
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}
