import { parseArgs } from "node:util";
import { PortTaken } from "./server/serve.js";
import { DEFAULT_PORT, startLocalExcel } from "./server/start.js";

const USAGE = `npm start -- [--port ${DEFAULT_PORT}]`;

const STEPS = {
  page: "Đang dựng trang bảng tính… (building the grid page)",
  pane: "Đang dựng phần bổ trợ, chừng một phút… (building the add-in, about a minute)",
};

/** Starts the local Excel host from the command line and says where it is and what to click. */
async function main(): Promise<void> {
  const port = readPort();
  if (port === null) return fail(`Cổng phải là một số từ 1 đến 65535. Cách dùng: ${USAGE}`);
  try {
    const { url } = await startLocalExcel({ port, progress: (step) => console.log(STEPS[step]) });
    console.log(welcome(url));
  } catch (error) {
    if (!(error instanceof PortTaken)) throw error;
    fail(
      `Cổng ${error.port} đang có chương trình khác dùng. Đóng chương trình đó, hoặc chọn cổng khác: npm start -- --port ${error.port + 1}\n` +
        `(Port ${error.port} is in use; close the other program or choose another port.)`,
    );
  }
}

function readPort(): number | null {
  try {
    const { values } = parseArgs({ options: { port: { type: "string" } } });
    const port = Number(values.port ?? DEFAULT_PORT);
    return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : null;
  } catch {
    return null;
  }
}

function welcome(url: string): string {
  return `
Excel cục bộ đang chạy:  ${url}

  1. Mở địa chỉ trên bằng Chrome, Edge hoặc Firefox.
  2. Trình duyệt báo chứng chỉ chưa tin cậy (chứng chỉ vừa tạo trên máy này): bấm "Nâng cao", rồi "Tiếp tục truy cập localhost".
  3. Ngăn "Báo cáo CCHC" mở ở bên phải. Chọn kỳ báo cáo, bấm nút chèn biểu mẫu, rồi nhập số liệu vào các ô.
  Dừng: Ctrl+C.

  Local Excel host: open the address, accept the certificate that was just made on this machine
  ("Advanced", "Proceed to localhost"), then work in the pane on the right. Stop with Ctrl+C.
  Options: ?region=en-US (a machine set to English), ?excelApi=1.9 (an older Excel).
`;
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

await main();
