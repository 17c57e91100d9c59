import { parseArgs } from "node:util";
import { DEFAULT_PORT, startLocalExcel } from "./local-excel/start.js";
import { SHEETS_PORT, startLocalSheets } from "./local-sheets/start.js";
import type { BuildStep } from "./server/build-step.js";
import { openBrowser } from "./server/open-browser.js";
import { PortTaken } from "./server/serve.js";

const USAGE = `npm start -- [sheets] [--port ${DEFAULT_PORT}] [--no-open]`;

/** Starts a local spreadsheet program from the command line, opens a browser and says what to click. */
async function main(): Promise<void> {
  const options = readOptions();
  if (options === null)
    return fail(`Không hiểu cách gọi. Cổng là một số từ 1 đến 65535. Cách dùng: ${USAGE}`);
  const { program, port } = options;
  const start = program === "sheets" ? startLocalSheets : startLocalExcel;
  try {
    const { url } = await start({ port, progress: showProgress });
    const opened = options.open && (await openBrowser(url));
    console.log(program === "sheets" ? welcomeToSheets(url, opened) : welcome(url, opened));
  } catch (error) {
    if (!(error instanceof PortTaken)) throw error;
    fail(
      `Cổng ${error.port} đang có chương trình khác dùng. Đóng chương trình đó, hoặc chọn cổng khác: npm start -- --port ${error.port + 1}\n` +
        `(Port ${error.port} is in use; close the other program or choose another port.)`,
    );
  }
}

/** The last tenth that was told. */
let told = -1;

/** Says how far the build is, once for each ten per cent. */
function showProgress(step: BuildStep): void {
  if (step.what === "page") {
    console.log("Đang dựng trang bảng tính… (building the grid page)");
    return;
  }
  const tenth = Math.floor(step.percent / 10);
  if (tenth <= told) return;
  const first = told < 0;
  told = tenth;
  console.log(
    first
      ? "Đang dựng phần bổ trợ; lần đầu có thể mất vài phút… (building the add-in; a few minutes the first time)"
      : `  ${tenth * 10} %`,
  );
}

interface Options {
  readonly program: "excel" | "sheets";
  readonly port: number;
  readonly open: boolean;
}

function readOptions(): Options | null {
  try {
    const { values, positionals } = parseArgs({
      options: { port: { type: "string" }, "no-open": { type: "boolean" } },
      allowPositionals: true,
    });
    const [program = "excel", ...more] = positionals;
    if ((program !== "excel" && program !== "sheets") || more.length > 0) return null;
    const port = Number(values.port ?? (program === "sheets" ? SHEETS_PORT : DEFAULT_PORT));
    const valid = Number.isInteger(port) && port >= 1 && port <= 65_535;
    return valid ? { program, port, open: values["no-open"] !== true } : null;
  } catch {
    return null;
  }
}

function welcome(url: string, opened: boolean): string {
  return `
Excel cục bộ đang chạy:  ${url}

  1. ${opened ? "Trình duyệt vừa được mở ở địa chỉ trên." : "Mở địa chỉ trên bằng Chrome, Edge hoặc Firefox."}
  2. Trình duyệt báo chứng chỉ chưa tin cậy (chứng chỉ vừa tạo trên máy này): bấm "Nâng cao", rồi "Tiếp tục truy cập localhost".
  3. Ngăn "Báo cáo CCHC" mở ở bên phải. Chọn kỳ báo cáo, bấm nút chèn biểu mẫu, rồi nhập số liệu vào các ô.
  Dừng: Ctrl+C.

  Local Excel host: ${opened ? "in the browser that was opened" : "open the address"}, accept the certificate that was just made on this machine
  ("Advanced", "Proceed to localhost"), then work in the pane on the right. Stop with Ctrl+C.
  Options: ?region=en-US (a machine set to English), ?excelApi=1.9 (an older Excel).
`;
}

function welcomeToSheets(url: string, opened: boolean): string {
  return `
Google Sheets cục bộ đang chạy:  ${url}

  1. ${opened ? "Trình duyệt vừa được mở ở địa chỉ trên." : "Mở địa chỉ trên bằng Chrome, Edge hoặc Firefox."}
  2. Trình duyệt báo chứng chỉ chưa tin cậy (chứng chỉ vừa tạo trên máy này): bấm "Nâng cao", rồi "Tiếp tục truy cập localhost".
  3. Ngăn "Báo cáo CCHC" rộng 300 px mở ở bên phải, như trong Google Sheets. Menu nằm trên thanh lệnh.
  Dừng: Ctrl+C.

  Local Google Sheets: ${opened ? "in the browser that was opened" : "open the address"}, accept the certificate, then work in the sidebar. Stop with Ctrl+C.
  Options: ?delay=700 (milliseconds that a call takes), ?region=en-US (a spreadsheet set to English).
`;
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

await main();
