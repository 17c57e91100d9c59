import type { HostResult } from "../hosts/port.js";

/** A host answers with faults and does not throw; should it throw all the same, that is a fault too. */
export async function asked<T>(call: () => Promise<HostResult<T>>): Promise<HostResult<T>> {
  try {
    return await call();
  } catch (error) {
    const code = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const message =
      "Có lỗi bất ngờ khi làm việc với tệp này. Bấm Kiểm tra lại; nếu vẫn lỗi, đóng và mở lại bảng.";
    return { ok: false, fault: { kind: "unknown", code, message } };
  }
}
