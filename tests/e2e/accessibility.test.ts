import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { driveLocalExcel, type LocalExcelDriver } from "../../tools/local-excel/driver.js";
import { untilStill } from "./looks/look.js";

/** The pane's three steps by axe: WCAG 2.2, levels A and AA. */
const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let excel: LocalExcelDriver;

beforeAll(async () => {
  excel = await driveLocalExcel();
});
afterAll(() => excel?.close());

const pane = (id: string) => excel.pane.getByTestId(id);

/** What axe finds in the pane: the rule and the element. */
async function violations(): Promise<readonly string[]> {
  await untilStill(excel.pane.locator("body"));
  const { violations: found, passes } = await new AxeBuilder({ page: excel.page })
    .include(["#pane iframe", "[data-testid=pane]"])
    .withTags(LEVELS)
    .analyze();
  // A selector that meets nothing would find nothing.
  expect(passes.length).toBeGreaterThan(10);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

it("finds nothing in the first step", async () => {
  await pane("preview").waitFor();
  expect(await violations()).toEqual([]);
});

it("finds nothing in the list of findings", async () => {
  await pane("insert").click();
  await pane("inserted").waitFor();
  await pane("to-check").click();
  await excel.type("Biểu mẫu 3", "D8", "nhiều");
  await excel.pane.locator("[data-testid=finding][data-rule='value.type']").waitFor();
  expect(await violations()).toEqual([]);
});

it("finds nothing in the preview of the report", async () => {
  await pane("step-report").click();
  await pane("report-preview").waitFor();
  expect(await violations()).toEqual([]);
});
