import type { JobFault } from "../jobs/guard.js";

/** Why a job came to no end, in one sentence. */
export function jobFaultInWords(fault: JobFault): string {
  return fault.kind === "unexpected"
    ? `có lỗi bất ngờ khi làm việc với tệp này (${fault.code}). Chạy lại; nếu vẫn lỗi, gửi dòng này cho người hỗ trợ.`
    : fault.message;
}
