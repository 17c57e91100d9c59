import { contentOf, type DocumentContent } from "../../src/document/content.js";
import type { Framing } from "../../src/narrative/framing.js";
import type { Narrative, Paragraph, Section } from "../../src/narrative/section.js";
import type { Report, ReportInfo } from "../../src/report/report.js";
import { reportOf } from "../support/check.js";
import { BLANK_INFO, buildReport } from "../support/report-builder.js";
import { thanhMienData } from "../support/report-data.js";

/** What the office of thị trấn Thanh Miện put over and under its report of quarter III, 2023. */
export const THANH_MIEN: ReportInfo = {
  ...BLANK_INFO,
  organization: "UBND thị trấn Thanh Miện",
  superior: "UBND huyện Thanh Miện",
  province: "Hải Dương",
  period: "quarter-3",
  year: 2023,
  from: { year: 2023, month: 6, day: 10 },
  to: { year: 2023, month: 9, day: 9 },
  symbol: "BC-UBND",
  place: "Thanh Miện",
  guidance:
    "Công văn số 508/UBND-VP ngày 01 tháng 3 năm 2022 của Ủy ban nhân dân tỉnh Hải Dương về việc triển khai thực hiện chế độ báo cáo cải cách hành chính định kỳ",
  addressees: ["UBND huyện Thanh Miện", "Phòng Nội vụ huyện Thanh Miện"],
  recipients: [
    "TT. Đảng ủy thị trấn;",
    "TT. HĐND thị trấn;",
    "Lãnh đạo UBND thị trấn;",
    "Công chức UBND;",
    "Lưu: VT.",
  ],
  signerAuthority: "TM. ỦY BAN NHÂN DÂN",
  signerTitle: "CHỦ TỊCH",
};

export const FRAMING: Framing = {
  subject: "Tình hình thực hiện công tác cải cách hành chính quý III, phương hướng nhiệm vụ quý IV năm 2023",
  dataWindow: "(Số liệu tính từ ngày 10/6/2023 đến ngày 09/9/2023)",
  opening:
    "Thực hiện Công văn số 508/UBND-VP ngày 01 tháng 3 năm 2022 của Ủy ban nhân dân tỉnh Hải Dương về việc triển khai thực hiện chế độ báo cáo cải cách hành chính định kỳ, Ủy ban nhân dân thị trấn Thanh Miện báo cáo kết quả chỉ đạo và thực hiện cải cách hành chính quý III, phương hướng nhiệm vụ quý IV năm 2023, cụ thể như sau:",
  closing:
    "Trên đây là báo cáo thực hiện công tác cải cách hành chính quý III, phương hướng nhiệm vụ quý IV năm 2023 của UBND thị trấn Thanh Miện./.",
};

/** The forms of Thanh Miện as printed, with other information where a test gives it. */
export function thanhMienReport(info: ReportInfo = THANH_MIEN): Report {
  return { ...reportOf("hai-duong-2022", thanhMienData), info };
}

export function plain(text: string): Paragraph {
  return { origin: "own", bullet: "plain", runs: [{ text, fact: null }] };
}

export function dash(text: string): Paragraph {
  return { ...plain(text), bullet: "dash" };
}

export function plus(text: string): Paragraph {
  return { ...plain(text), bullet: "plus" };
}

export function section(
  level: Section["level"],
  number: string,
  heading: string,
  paragraphs: readonly Paragraph[] = [],
): Section {
  return {
    id: `muc-${number}`,
    level,
    number,
    heading: level === 1 ? heading.toUpperCase() : heading,
    paragraphs,
  };
}

const received: Paragraph = {
  origin: "composed",
  bullet: "dash",
  runs: [
    { text: "Số hồ sơ đã giải quyết: ", fact: null },
    {
      text: "922",
      fact: {
        value: 922,
        origin: { kind: "indicator", form: 3, code: "3.3.1" },
        address: { sheet: "Biểu mẫu 3", row: 17, column: 4 },
      },
    },
    { text: " hồ sơ; trong đó giải quyết trước hạn 874 hồ sơ, chiếm 94,8%.", fact: null },
  ],
};

/** Sections as in the real report, shortened. */
export const SECTIONS: readonly Section[] = [
  section(1, "I", "Công tác chỉ đạo, điều hành"),
  section(2, "1", "Ban hành Kế hoạch Cải cách hành chính", [
    dash(
      "Quý III năm 2023 công tác cải cách hành chính tiếp tục được cấp ủy Đảng, chính quyền thị trấn Thanh Miện quan tâm chỉ đạo sát sao, quyết liệt và toàn diện các nhiệm vụ trong kế hoạch.",
    ),
    dash(
      "Mức độ hoàn thành kế hoạch: Theo kế hoạch có 25 nhiệm vụ chính với 35 hoạt động cụ thể. Tính đến thời điểm 09/9/2023 đã hoàn thành 22/25 nhiệm vụ mà kế hoạch đã đề ra từ đầu năm (đạt 88%).",
    ),
  ]),
  section(2, "2", "Về tổ chức chỉ đạo, điều hành cải cách hành chính", [
    dash("Quý III năm 2023, UBND thị trấn đã ban hành nhiều văn bản chỉ đạo, cụ thể:"),
    plus("Công văn 241/UBND-VP ngày 12/6/2023 về việc cải cách TTHC và cải cách môi trường kinh doanh;"),
    plus("Kế hoạch số 409/KH-UBND ngày 25/8/2023 về tự kiểm tra công tác cải cách hành chính năm 2023."),
  ]),
  section(1, "II", "Kết quả thực hiện nhiệm vụ cải cách hành chính"),
  section(2, "1", "Cải cách thủ tục hành chính"),
  section(3, "1.1", "Về công bố, công khai thủ tục hành chính", [
    plain(
      "Tổng số TTHC được công bố gồm 139 thủ tục; trong đó TTHC được công khai 139 thủ tục, niêm yết tại Bộ phận Tiếp nhận và trả kết quả.",
    ),
  ]),
  section(3, "1.2", "Thực hiện cơ chế một cửa, một cửa liên thông", [received]),
  section(2, "2", "Cải cách tài chính công"),
  section(1, "III", "Đánh giá chung"),
];

export const NARRATIVE: Narrative = {
  sections: SECTIONS,
  missing: [],
  standing: [],
  doubtful: [],
  suggestions: [],
  declined: [],
  unreviewed: [],
  outdated: [],
  lost: [],
  replaced: [],
};

export function thanhMien(): DocumentContent {
  return contentOf(thanhMienReport(), NARRATIVE, FRAMING);
}

/** Nothing filled in at all: no information, no numbers, no words. */
export function blank(): DocumentContent {
  const report = buildReport("tu-ky-2023");
  const framing = { subject: "", dataWindow: null, opening: "", closing: "" };
  return contentOf(
    report,
    { sections: [section(1, "I", "Công tác chỉ đạo, điều hành")], missing: [] },
    framing,
  );
}
