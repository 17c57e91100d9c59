import { attempting, Refusal, type ToldFault } from "../attempt.js";
import type { HostFault } from "../port.js";

const EDITING: ToldFault = {
  kind: "cell-being-edited",
  message: "Đang gõ dở trong một ô. Bấm Enter rồi thử lại.",
};
const PROTECTED: ToldFault = {
  kind: "protected",
  message:
    "Excel không cho ghi vì trang tính hoặc tệp đang được bảo vệ. Vào thẻ Xem lại (Review), bỏ bảo vệ (Unprotect) rồi thử lại.",
};
const READ_ONLY: ToldFault = {
  kind: "read-only",
  message:
    "Tệp đang mở ở chế độ chỉ đọc nên không ghi được. Bấm Bật chỉnh sửa (Enable Editing), hoặc lưu thành tệp khác rồi mở tệp đó.",
};
const SESSION: ToldFault = {
  kind: "session-lost",
  message:
    "Mất kết nối với Excel. Lưu tệp, đóng rồi mở lại ngăn Báo cáo CCHC; nếu dùng Excel trên web thì tải lại trang.",
};
const GONE: ToldFault = {
  kind: "not-found",
  message: "Trang tính hoặc ô cần tìm không còn trong tệp, có thể vừa bị xóa hoặc đổi tên. Bấm Kiểm tra lại.",
};
const TOO_OLD: ToldFault = {
  kind: "unsupported",
  message:
    "Phiên bản Excel này không làm được việc vừa yêu cầu. Cần Excel 2021 trở lên, Microsoft 365 hoặc Excel trên web.",
};
const TOO_LARGE: ToldFault = {
  kind: "too-large",
  message:
    "Tệp có quá nhiều ô nên Excel không đọc, ghi hết trong một lần. Xóa các ô ngoài vùng biểu mẫu, hoặc chép biểu mẫu sang tệp mới, rồi thử lại.",
};
const BUSY: ToldFault = {
  kind: "busy",
  message: "Excel đang bận việc khác. Đóng các hộp thoại đang mở, chờ vài giây rồi thử lại.",
};
const TAKEN: ToldFault = {
  kind: "name-taken",
  message:
    "Vừa có người khác hoặc chương trình khác thêm trang tính hay tên trùng với biểu mẫu. Chờ vài giây rồi thử lại.",
};

/**
 * What each code of Office.js means for the officer. The codes are those of `Excel.ErrorCodes`, of
 * Microsoft's article "Error handling with the application-specific JavaScript APIs", and of the
 * client library itself; it gives some of the host's own numbers as they are (5012: session
 * expired, 5103: request too large).
 */
const TABLE: ReadonlyMap<string, ToldFault> = new Map(
  (
    [
      [EDITING, "InvalidOperationInCellEditMode"],
      [PROTECTED, "AccessDenied"],
      [
        SESSION,
        "InvalidOrTimedOutSession",
        "5012",
        "ConnectionFailure",
        "Timeout",
        "Unauthenticated",
        "ServiceNotAvailable",
        "HostRestartNeeded",
      ],
      [GONE, "ItemNotFound", "InvalidReference", "InvalidBinding", "InvalidObjectPath"],
      [
        TOO_OLD,
        "ApiNotFound",
        "ApiNotAvailable",
        "NotImplemented",
        "UnsupportedOperation",
        "UnsupportedFeature",
        "UnsupportedSheet",
      ],
      [
        TOO_LARGE,
        "RequestPayloadSizeLimitExceeded",
        "5103",
        "ResponsePayloadSizeLimitExceeded",
        "RangeExceedsLimit",
        "OperationCellsExceedLimit",
        "MemoryLimitReached",
      ],
      [
        BUSY,
        "ActivityLimitReached",
        "5102",
        "RequestAborted",
        "Conflict",
        "InactiveWorkbook",
        "WriteNotSupportedWhenModalDialogOpen",
      ],
      [TAKEN, "ItemAlreadyExists"],
    ] as const
  ).flatMap(([told, ...codes]) => codes.map((code): [string, ToldFault] => [code, told])),
);

/**
 * The fault behind an error of Office.js, or any other.
 *
 * @param readOnly whether the workbook is known to be open for reading only: Excel gives such a
 * refusal the same code as a protected sheet
 */
export function faultOf(error: unknown, readOnly = false): HostFault {
  if (error instanceof Refusal) return error.fault;
  const code = codeOf(error);
  const told = TABLE.get(code);
  if (told === undefined) return { kind: "unknown", code, message: unknownMessage(code) };
  return { ...(told === PROTECTED && readOnly ? READ_ONLY : told), code };
}

/** Runs work and turns what it throws into a fault. */
export const attempt = attempting((error) => faultOf(error));

/** Whether Excel refused an operation only because it stood inside a group of undo steps. */
export function isUndoRefusal(error: unknown): boolean {
  return codeOf(error) === "UndoNotSupported";
}

function unknownMessage(code: string): string {
  return `Excel báo lỗi ${code}. Thử lại; nếu vẫn lỗi, lưu tệp, đóng Excel rồi mở lại.`;
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "Unknown";
  if ("code" in error && (typeof error.code === "string" || typeof error.code === "number")) {
    return String(error.code);
  }
  return error instanceof Error ? error.name : "Unknown";
}

/** The workbook's structure is protected, so no sheet can be added. */
export const PROTECTED_STRUCTURE: HostFault = {
  kind: "protected",
  code: "ProtectedStructure",
  message:
    "Cấu trúc tệp đang được bảo vệ nên không thêm trang tính được. Vào thẻ Xem lại (Review), bấm Bảo vệ sổ làm việc (Protect Workbook) để bỏ bảo vệ rồi thử lại.",
};

/** A sheet that a cell names and the workbook does not have. */
export function missingSheet(sheet: string): HostFault {
  return {
    kind: "not-found",
    code: "MissingSheet",
    message: `Không còn trang tính “${sheet}” trong tệp, có thể vừa bị xóa hoặc đổi tên. Bấm Kiểm tra lại.`,
  };
}

/** A sheet that cannot be shown because it is hidden. */
export function hiddenSheet(sheet: string): HostFault {
  return {
    kind: "not-found",
    code: "HiddenSheet",
    message: `Trang tính “${sheet}” đang bị ẩn. Bấm chuột phải vào tên một trang tính bất kỳ, chọn Bỏ ẩn (Unhide), rồi bấm lại.`,
  };
}

/** After a refused batch, lets Excel tell of changes again. */
export async function letEventsThrough(context: Excel.RequestContext): Promise<void> {
  try {
    context.runtime.enableEvents = true;
    await context.sync();
  } catch {
    // Excel is gone; the first refusal is the one to tell.
  }
}
