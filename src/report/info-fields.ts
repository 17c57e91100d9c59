/** What an information cell holds. `lines`: one item per line. */
type InfoKind = "text" | "lines" | "period" | "year" | "date" | "edition";

/** One cell of the sheet `Thông tin chung`. */
export interface InfoField {
  readonly key: string;
  readonly label: string;
  readonly kind: InfoKind;
  /** True when a report cannot be sent without it. */
  readonly required: boolean;
  readonly hint: string;
}

/** The report's information, in the order of the sheet. */
export const infoFields = [
  {
    key: "edition",
    label: "Bộ biểu mẫu",
    kind: "edition",
    required: true,
    hint: "Chương trình dùng mã này để nhận ra bộ biểu mẫu, không sửa.",
  },
  {
    key: "organization",
    label: "Đơn vị báo cáo",
    kind: "text",
    required: true,
    hint: "Ví dụ: UBND xã Phượng Kỳ",
  },
  {
    key: "superior",
    label: "Cấp trên trực tiếp",
    kind: "text",
    required: true,
    hint: "Ví dụ: UBND huyện Tứ Kỳ; từ 01/7/2025 là UBND tỉnh, thành phố",
  },
  { key: "province", label: "Tỉnh, thành phố", kind: "text", required: false, hint: "Ví dụ: Hải Dương" },
  { key: "period", label: "Kỳ báo cáo", kind: "period", required: true, hint: "Chọn trong danh sách" },
  { key: "year", label: "Năm", kind: "year", required: true, hint: "Ví dụ: 2023" },
  {
    key: "from",
    label: "Số liệu tính từ ngày",
    kind: "date",
    required: true,
    hint: "Tự tính theo kỳ; sửa nếu cấp trên chốt số liệu ngày khác",
  },
  {
    key: "to",
    label: "Số liệu tính đến ngày",
    kind: "date",
    required: true,
    hint: "Tự tính theo kỳ; sửa nếu cấp trên chốt số liệu ngày khác",
  },
  {
    key: "number",
    label: "Số báo cáo",
    kind: "text",
    required: false,
    hint: "Để trống nếu văn thư chưa cấp số",
  },
  { key: "symbol", label: "Ký hiệu", kind: "text", required: false, hint: "Thường là BC-UBND" },
  { key: "place", label: "Địa danh", kind: "text", required: true, hint: "Ví dụ: Phượng Kỳ" },
  {
    key: "date",
    label: "Ngày ban hành",
    kind: "date",
    required: false,
    hint: "Để trống nếu chưa ký; văn bản chừa chỗ ghi tay",
  },
  {
    key: "guidance",
    label: "Văn bản hướng dẫn báo cáo",
    kind: "text",
    required: true,
    hint: "Ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành, trích yếu",
  },
  {
    key: "addressees",
    label: "Kính gửi",
    kind: "lines",
    required: true,
    hint: "Mỗi nơi một dòng (Alt+Enter)",
  },
  {
    key: "recipients",
    label: "Nơi nhận",
    kind: "lines",
    required: false,
    hint: "Mỗi nơi một dòng (Alt+Enter); dòng cuối là Lưu: VT",
  },
  {
    key: "signerAuthority",
    label: "Quyền hạn ký",
    kind: "text",
    required: false,
    hint: "Thường là TM. ỦY BAN NHÂN DÂN",
  },
  { key: "signerTitle", label: "Chức vụ người ký", kind: "text", required: true, hint: "Ví dụ: CHỦ TỊCH" },
  {
    key: "signerName",
    label: "Họ và tên người ký",
    kind: "text",
    required: false,
    hint: "Không ghi học hàm, học vị",
  },
] as const satisfies readonly InfoField[];

export type InfoKey = (typeof infoFields)[number]["key"];

/** The field of that key, or null for a key that is no information of a report. */
export function findInfoField(key: string): (typeof infoFields)[number] | null {
  return infoFields.find((field) => field.key === key) ?? null;
}
