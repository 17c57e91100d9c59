import { emptyWorkbook, openWorkbook, type XlsxWorkbook } from "../../../src/hosts/xlsx/open.js";
import { formsPlan } from "../plans.js";
import { describePort } from "../port-contract.js";
import { valueOfResult } from "../results.js";

describePort("xlsx, a new workbook", async () => emptyWorkbook());

/** A workbook that has been to a file and back before each test. */
describePort("xlsx, a workbook read from bytes", async () => {
  const other = emptyWorkbook();
  valueOfResult(await other.apply(formsPlan(7)));
  return reopened(other);
});

async function reopened(book: XlsxWorkbook): Promise<XlsxWorkbook> {
  const opened = await openWorkbook(await book.save());
  if (!opened.ok) throw new Error(opened.fault.message);
  return opened.value;
}
