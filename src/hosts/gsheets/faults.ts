import { attempting, Refusal, type ToldFault } from "../attempt.js";
import type { HostFault } from "../port.js";
import { serverErrorCode } from "./codes.js";

const CHANGED: ToldFault = {
  kind: "busy",
  message: "Có người khác đang sửa bảng tính này cùng lúc nên chưa ghi gì. Chờ vài giây rồi bấm lại.",
};
const PROTECTED: ToldFault = {
  kind: "protected",
  message:
    "Google Sheets không cho ghi vì trang tính hoặc vùng ô đang được bảo vệ. Vào Dữ liệu > Bảo vệ trang tính và dải ô, bỏ bảo vệ hoặc nhờ chủ bảng tính cấp quyền, rồi thử lại.",
};
const NO_RIGHT: ToldFault = {
  kind: "read-only",
  message:
    "Tài khoản này không có quyền sửa bảng tính. Nhờ chủ bảng tính chia sẻ với quyền Người chỉnh sửa; nếu Google hỏi cấp quyền cho Báo cáo CCHC, bấm Cho phép rồi mở lại ngăn.",
};
const GONE: ToldFault = {
  kind: "not-found",
  message:
    "Trang tính hoặc ô cần tìm không còn trong bảng tính, có thể vừa bị xóa hoặc đổi tên. Bấm Kiểm tra lại.",
};
const HIDDEN: ToldFault = {
  kind: "not-found",
  message: "Trang tính cần mở đang bị ẩn. Vào Xem > Trang tính bị ẩn, chọn trang tính đó, rồi bấm lại.",
};
const TAKEN: ToldFault = {
  kind: "name-taken",
  message:
    "Vừa có người khác thêm trang tính hay tên trùng với biểu mẫu. Chưa ghi gì. Chờ vài giây rồi thử lại.",
};
const QUOTA: ToldFault = {
  kind: "busy",
  message:
    "Google tạm ngừng vì bảng tính được gọi quá nhiều lần. Số liệu đã nhập vẫn còn nguyên. Chờ vài phút rồi bấm Kiểm tra lại.",
};
const TOO_SLOW: ToldFault = {
  kind: "busy",
  message:
    "Google trả lời quá chậm nên việc này đã dừng; phần đang thêm dở đã được gỡ ra. Chờ một lát rồi thử lại.",
};
const SILENT: ToldFault = {
  kind: "session-lost",
  message:
    "Không nhận được trả lời từ Google. Kiểm tra mạng, bấm Kiểm tra lại; nếu vẫn lỗi, tải lại trang rồi mở lại ngăn Báo cáo CCHC.",
};
const TOO_LARGE: ToldFault = {
  kind: "too-large",
  message:
    "Bảng tính có quá nhiều ô so với giới hạn của Google Sheets. Xóa các hàng, cột và trang tính không dùng, hoặc chép biểu mẫu sang bảng tính mới, rồi thử lại.",
};

/** Errors of our own server. */
const OWN: Readonly<Record<string, ToldFault | undefined>> = {
  CHANGED,
  LOCKED: CHANGED,
  NO_SHEET: GONE,
  HIDDEN_SHEET: HIDDEN,
  NAME_TAKEN: TAKEN,
  PROTECTED,
  OUT_OF_TIME: TOO_SLOW,
};

/**
 * Google tells its errors as sentences in the language of the account, without codes. These are the
 * marks of the known ones, in English and Vietnamese; whatever else comes is told as unknown.
 */
const MARKS: readonly (readonly [RegExp, ToldFault])[] = [
  [/too many times|quota|rate limit|too many (simultaneous|concurrent)|quá nhiều lần|hạn mức/i, QUOTA],
  [/maximum execution time|timed out|took too long|thời gian thực thi|hết thời gian/i, TOO_SLOW],
  [/protected (cell|range|object|sheet)|được bảo vệ/i, PROTECTED],
  [/permission|authoriz|not have access|không có quyền|ủy quyền|cấp quyền/i, NO_RIGHT],
  [/limit of \d[\d.,]* cells|too large|quá lớn/i, TOO_LARGE],
  [/already exists|đã tồn tại/i, TAKEN],
  [/NetworkError|Failed to fetch|HTTP 0|connection|offline|kết nối/i, SILENT],
];

/** No answer within the patience of the pane. */
export class NoAnswer extends Error {
  constructor() {
    super("no answer");
    this.name = "NoAnswer";
  }
}

/** The fault behind whatever a message was rejected with. */
export function faultOf(error: unknown): HostFault {
  if (error instanceof Refusal) return error.fault;
  if (error instanceof NoAnswer) return { ...SILENT, code: "NoAnswer" };
  const text = error instanceof Error ? error.message : String(error);
  const code = serverErrorCode(text);
  const own = code === null ? undefined : OWN[code];
  if (code !== null && own !== undefined) return { ...own, code };
  const known = MARKS.find(([mark]) => mark.test(text));
  if (known !== undefined) return { ...known[1], code: text };
  return {
    kind: "unknown",
    code: text,
    message: `Google báo lỗi: ${text || "không rõ"}. Bấm Kiểm tra lại; nếu vẫn lỗi, tải lại trang.`,
  };
}

/** Runs work and turns what it throws into a fault. */
export const attempt = attempting((error) => faultOf(error));

/** Whether somebody changed the spreadsheet between our reading and our writing. */
export function isChanged(error: unknown): boolean {
  return error instanceof Error && serverErrorCode(error.message) === "CHANGED";
}

/** A sheet that a cell names and the spreadsheet does not have. */
export function missingSheet(sheet: string): HostFault {
  return {
    kind: "not-found",
    code: "MissingSheet",
    message: `Không còn trang tính “${sheet}” trong bảng tính, có thể vừa bị xóa hoặc đổi tên. Bấm Kiểm tra lại.`,
  };
}

/** Sheets that this person may not change. */
export function closedSheets(sheets: readonly string[]): HostFault {
  const listed = sheets.map((sheet) => `“${sheet}”`).join(", ");
  return {
    kind: "protected",
    code: "ProtectedSheet",
    message: `Trang tính ${listed} đang được bảo vệ. Vào Dữ liệu > Bảo vệ trang tính và dải ô, bỏ bảo vệ hoặc nhờ chủ bảng tính cấp quyền, rồi thử lại. Chưa có gì bị thay đổi.`,
  };
}

/** A cell was changed between her seeing it and our writing into it. */
export const CELL_CHANGED: HostFault = {
  kind: "busy",
  code: "CellChanged",
  message:
    "Ô cần sửa vừa có người nhập số khác nên chưa ghi gì. Chờ vài giây để bảng đọc lại số mới, rồi bấm lại nếu vẫn cần.",
};
