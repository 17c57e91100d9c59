import type { PlanFeature } from "../../hosts/port.js";
import type { Counts } from "../../jobs/group-findings.js";
import type { Texts } from "./texts.js";

/** The pane in Vietnamese: the first language, complete by itself. */
export const vi: Texts = {
  language: "vi-VN",
  other: { language: "en", short: "EN", label: "English" },
  // Beside the field "Năm", "Năm" would be two things.
  period: (id, printed) => (id === "year" ? "Cả năm" : printed),
  fault: ({ message }) => message,
  steps: { insert: "Chèn biểu mẫu", check: "Kiểm tra", report: "Báo cáo" },
  stepsLabel: "Các bước làm báo cáo",
  opening: "Đang đọc số liệu…",
  lacks: (features) => `Google Sheets không có: ${features.map((feature) => LACKS[feature]).join("; ")}.`,
  loadingStep: "Đang mở…",
  dismiss: "Đóng thông báo",
  code: (code) => `Mã lỗi: ${code}`,
  programTrouble:
    "Không tải được một phần của chương trình. Kiểm tra mạng rồi thử lại; vẫn không được thì đóng, mở lại ngăn này. Số liệu trong tệp còn nguyên.",
  unexpected:
    "Có lỗi bất ngờ khi làm việc với tệp này. Bấm Kiểm tra lại; nếu vẫn lỗi, đóng rồi mở lại ngăn này.",
  reload: "Tải lại",
  retry: "Thử lại",
  help: { open: "Hướng dẫn bước này", close: "Đóng hướng dẫn" },
  unmet: {
    check: "Chưa kiểm tra được: tệp này chưa có biểu mẫu. Chèn biểu mẫu ở bước này trước.",
    report:
      "Chưa viết báo cáo được: tệp này chưa có biểu mẫu. Chèn biểu mẫu ở bước này, nhập số rồi mới xuất.",
  },
  insert: {
    title: "Chèn biểu mẫu",
    intro: "Tệp này chưa có biểu mẫu. Điền các mục dưới đây rồi bấm Chèn biểu mẫu.",
    edition: "Bộ biểu mẫu",
    source: (type, number, day, issuer) => `Theo ${type} số ${number} ngày ${day} của ${issuer}.`,
    proposed: "Đề xuất",
    proposedNote: "Đề xuất, chưa theo văn bản của cấp có thẩm quyền",
    proposedMeans: "Hỏi cấp trên trước khi dùng để báo cáo chính thức.",
    organization: "Đơn vị báo cáo",
    organizationHint: (district) => `Ví dụ: ${district ? "UBND xã Phượng Kỳ" : "UBND xã Vĩnh Linh"}`,
    superior: "Cấp trên trực tiếp",
    superiorHint: (district) => `Ví dụ: ${district ? "UBND huyện Tứ Kỳ" : "UBND tỉnh Quảng Trị"}`,
    period: "Kỳ báo cáo",
    year: "Năm",
    yearFault: "Ghi năm có bốn chữ số, ví dụ 2023.",
    rest: "Các mục khác (người ký, nơi nhận, số báo cáo…) điền sau, ở trang tính Thông tin chung.",
    blank: "chưa ghi",
    editOnSheet: "Sửa ở trang tính Thông tin chung",
    preparing: "Đang xem tệp này cần thêm gì…",
    willAdd: (count) => `Sẽ thêm ${count} trang tính:`,
    alreadyThere: (count) => `Đã có ${count} trang tính, giữ nguyên:`,
    willName: (count) => `Sẽ ghi nhớ lại vị trí ${count} ô số liệu.`,
    kept: "Các trang tính khác và số liệu đã nhập được giữ nguyên.",
    nothingToAdd: "Tệp này đã có đủ biểu mẫu, không cần chèn thêm.",
    willFill: (count) => `Sẽ điền lại ${count} ô in sẵn đang bị trống.`,
    lost: (count) => `Có ${count} dòng không tìm lại được ô; xem bước Kiểm tra.`,
    insert: "Chèn biểu mẫu",
    addMissing: "Thêm phần còn thiếu",
    insertAgain: "Chèn lại",
    inserting: "Đang chèn biểu mẫu…",
    insertingHint: "Máy chậm có thể mất nửa phút. Chờ xong rồi hãy gõ tiếp.",
    added: (count) => `Đã thêm ${count} trang tính.`,
    addedNothing: "Biểu mẫu đã có đủ, không thêm gì. Số liệu đã nhập giữ nguyên.",
    unsetPages: (sheets) =>
      `Excel hoặc máy in chưa nhận khổ giấy của ${listedSheets(sheets)}. Khi in, vào Bố trí Trang (Page Layout), chọn khổ A4.`,
    named: (count) => `Đã ghi nhớ lại vị trí ${count} ô số liệu.`,
    next: "Việc tiếp theo: điền trang tính Thông tin chung, rồi nhập số liệu vào các biểu mẫu. Ngăn này kiểm tra ngay khi nhập.",
    blankSheet: (sheet) => `Trang tính ${sheet} còn trống, không dùng đến.`,
    removeSheet: (sheet) => `Xóa ${sheet}`,
    removedSheet: (sheet) => `Đã xóa trang tính ${sheet}.`,
    toInfo: "Điền Thông tin chung",
    toCheck: "Sang bước Kiểm tra",
    fromFile: "Dùng bộ biểu mẫu từ tệp…",
    fileFaults: (file, count) => `Tệp ${file} có ${count} chỗ sai nên chưa dùng được:`,
    foreign: (edition, damaged) =>
      damaged
        ? `Bộ biểu mẫu riêng lưu trong tệp này ("${edition}") bị hỏng, không đọc được. Chọn lại tệp .json của bộ biểu mẫu này ở bước Chèn biểu mẫu, mở bản lưu trước của tệp Excel, hoặc nhờ cán bộ tin học.`
        : `Tệp này ghi bộ biểu mẫu "${edition}" ở trang tính Thông tin chung; chương trình chưa có bộ này. Nếu đơn vị được gửi tệp .json của bộ biểu mẫu, chọn tệp đó ở bước Chèn biểu mẫu; nếu không, nhờ cán bộ tin học cập nhật chương trình.`,
    foreignFits: "Các dòng trong tệp này là của bộ biểu mẫu",
    useFitting: "Dùng bộ biểu mẫu này",
    foreignUnfit:
      "Bộ biểu mẫu trong tệp vừa chọn có các dòng khác với tệp Excel này nên không dùng được. Chưa có gì thay đổi; chọn tệp khác.",
  },
  tables: {
    title: "Phụ biểu (không bắt buộc)",
    hint: "Mỗi phụ biểu là một trang tính để ghi chi tiết; số tổng tự chuyển sang biểu mẫu có liên quan.",
    there: "đã có",
    add: "Thêm phụ biểu đã chọn",
  },
  next: {
    open: "Chuyển tệp này sang kỳ tiếp theo",
    title: "Kỳ tiếp theo",
    period: "Kỳ mới",
    unknown:
      "Chưa rõ tệp này thuộc kỳ nào. Chọn Kỳ báo cáo và ghi Năm ở trang tính Thông tin chung, rồi làm lại.",
    will: (from, to) => `Tệp này đang là của ${from}, sẽ thành tệp của ${to}:`,
    cleared: (done, cells, notes) =>
      `${done ? "Đã" : "Sẽ"} xóa ${cells} ô số liệu${notes > 0 ? `, ${notes} ghi chú` : ""}, số và ngày của báo cáo để ghi mới.`,
    restored: (done, cells) => `${done ? "Đã" : "Sẽ"} đặt lại công thức ở ${cells} ô tự tính đã bị ghi đè.`,
    clearedTables: (done, sheets) => `${done ? "Đã" : "Sẽ"} xóa số liệu các phụ biểu: ${sheets}.`,
    carriedTables: (sheets) => `Giữ để ghi tiếp trong năm: ${sheets}.`,
    kept: "Giữ nguyên các mục khác của Thông tin chung, lời văn ở Nội dung bổ sung và mọi trang tính khác.",
    earlier: (done, from, sheet) =>
      `Số liệu ${from} ${done ? "đã chuyển" : "được chuyển"} sang trang tính ${sheet} để so sánh.`,
    window: (from, to) => `Số liệu kỳ mới tính từ ngày ${from} đến ngày ${to}.`,
    ownWindow:
      "Tính theo ngày chốt số liệu của kỳ này; nếu cấp trên quy định khác thì sửa ở Thông tin chung.",
    closed: (sheets) =>
      `Đang được bảo vệ: ${listedSheets(sheets)}. Vào thẻ Xem lại (Review), bấm Bỏ bảo vệ trang tính (Unprotect Sheet) ở từng trang, rồi bấm “Đã bỏ bảo vệ”. Chưa ghi gì vào tệp.`,
    opened: "Đã bỏ bảo vệ",
    keep: {
      "save-as": {
        first: "Lưu tệp thành tên khác trước đã.",
        how: "Bấm F12 (Save As), đặt tên cho kỳ mới. Như vậy tệp của kỳ này vẫn còn nguyên. Việc chuyển kỳ không hoàn tác (Ctrl+Z) được.",
        done: "Tôi đã lưu tệp thành tên khác",
      },
      copy: {
        first: "Tạo bản sao của kỳ này trước đã.",
        how: "Bấm Tệp > Tạo bản sao, đặt tên cho kỳ này. Bản sao giữ nguyên số liệu; bảng tính đang mở thành của kỳ mới. Việc chuyển kỳ không hoàn tác (Ctrl+Z) được.",
        done: "Tôi đã tạo bản sao",
      },
    },
    go: (to) => `Chuyển sang ${to}`,
    cancel: "Hủy",
    working: "Đang chuyển kỳ…",
    done: (to) => `Tệp này nay là của ${to}.`,
    half: "Chưa xóa số liệu nào; số liệu kỳ này mới được chép sang trang tính Kỳ trước. Sửa chỗ nêu ở trên rồi bấm lại.",
    broken:
      "Việc chuyển kỳ bị dừng giữa chừng, một phần số liệu đã xóa. Đóng tệp này, không lưu, rồi mở lại tệp đã lưu lúc trước.",
    review: "Cần xem lại",
    texts: (count) => `Lời văn của ${count} mục ở Nội dung bổ sung: vẫn là lời văn của kỳ trước.`,
    formulas: "Các ô còn giữ công thức riêng: xem lại công thức lấy số từ đâu.",
    lost: "Các dòng chưa rõ ô số liệu nên không xóa: nếu còn số cũ thì xóa bằng tay.",
    lostInfo: (labels) => `Các mục không còn ô ở Thông tin chung, ghi lại bằng tay: ${labels}.`,
    row: (form, row) => `Biểu mẫu ${form}, dòng ${row}`,
  },
  adopt: {
    found: "Tệp này có sẵn biểu mẫu",
    edition: "Giống bộ biểu mẫu",
    counts: (bound, rows, doubts) =>
      `Nhận ra ${bound}/${rows} dòng${doubts > 0 ? `, ${doubts} chỗ chưa chắc` : ""}.`,
    tie: (editions) => `Các bộ biểu mẫu sau khớp như nhau, chọn đúng bộ của đơn vị: ${editions}.`,
    doubts: (count) => `Chưa chắc: ${count} chỗ`,
    tables: (count) => `Phụ biểu nhận ra: ${count}`,
    doubtfulTables: (count) => `Phụ biểu chưa chắc: ${count}`,
    unrecognised: (count) => `Dòng không thuộc bộ biểu mẫu: ${count}`,
    missing: (count) => `Dòng của bộ biểu mẫu không thấy trong tệp: ${count}`,
    notBound: "Chưa dùng dòng này",
    bindTo: (cell, sheet) => `Dùng ô ${cell}, trang tính ${sheet}`,
    choose: "Ô của dòng này",
    row: (sheet, row, label) => `${sheet}, dòng ${row}: ${label}`,
    missingRow: (form, row, label) => `Biểu mẫu ${form}, dòng ${row}: ${label}`,
    means:
      "Chương trình chỉ ghi nhớ vị trí ô số liệu (không đổi nội dung tệp) để kiểm tra và viết báo cáo; những gì nhìn thấy trong tệp không thay đổi.",
    nothingSure: "Chưa dòng nào đủ chắc để dùng. Sửa các chỗ nêu trên rồi bấm Nhận diện lại.",
    use: "Dùng các biểu mẫu này",
    again: "Nhận diện lại",
    orInsert: "Nếu không dùng các biểu mẫu có sẵn: điền các mục dưới đây rồi bấm Chèn biểu mẫu.",
    nothing: (sheets, tables) =>
      `Đã tìm biểu mẫu có sẵn (bảng có các cột STT, chỉ tiêu, đơn vị tính, kết quả) ở ${listedSheets(sheets)}: ${
        tables === 0 ? "không thấy." : `có ${tables} bảng nhưng các dòng không khớp bộ biểu mẫu nào.`
      }`,
  },
  check: {
    title: "Kiểm tra số liệu",
    watching: {
      live: "Đang theo dõi",
      reading: "Đang đọc…",
      waiting: "Chờ bấm Enter",
      behind: "Chưa cập nhật",
      lost: "Mất kết nối",
      paused: "Tạm dừng",
      off: "Không tự theo dõi",
    },
    watchingHint: {
      live: "Số liệu được kiểm tra ngay khi nhập.",
      reading: "Đang kiểm tra số liệu vừa sửa.",
      waiting: "Đang gõ dở trong một ô. Bấm Enter để kiểm tra số vừa sửa.",
      behind: "Chưa đọc được số vừa sửa; đang tự thử lại. Danh sách dưới đây có thể đã cũ.",
      lost: "Danh sách dưới đây là của lần kiểm tra cuối. Đang tự thử kết nối lại.",
      paused: "Số liệu sửa lúc này chưa được kiểm tra.",
      off: "Bấm “Kiểm tra lại” sau khi sửa số liệu.",
    },
    checkedAt: (time) => `kiểm tra lúc ${time}`,
    pause: "Tạm dừng",
    resume: "Theo dõi tiếp",
    again: "Kiểm tra lại",
    classes: { error: "lỗi", warning: "cần xem lại", missing: "chưa điền", info: "lưu ý" },
    filter: "Theo dõi và chỉ xem một loại",
    listLabel: "Việc cần làm, xếp theo thứ tự nên sửa",
    group: (name, count) => `${name}: ${count} chỗ`,
    isNew: "mới",
    onlyNew: (count) => `mới ${count}`,
    since: (day, still, fixed) => `so với phiếu ${day}: còn ${still}, đã sửa ${fixed}`,
    subjects: "Chỉ xem một biểu mẫu",
    allSubjects: "Mọi biểu mẫu",
    subjectCount: (subject, count) => `${subject} (${count})`,
    why: "Vì sao?",
    swap: (change) => `Đổi chỗ ${change}`,
    move: (change) => `Chuyển ${change}`,
    propose: (change) => `Sửa ${change}`,
    printCheck: "Lập phiếu kiểm tra",
    printedCheck: (sheet, beside) =>
      beside
        ? `Đã lập trang tính “${sheet}”. Phiếu trước có người ghi thêm nên giữ nguyên.`
        : `Đã lập trang tính “${sheet}” để in, ký. Lần kiểm tra sau so với phiếu này.`,
    toCell: (cell) => `Đến ô ${cell}`,
    toFirst: (cell) => `Đến ô đầu tiên (${cell})`,
    fixTo: (value) => `Sửa thành ${value}`,
    fixFormula: (value) => `Đặt lại công thức (ra ${value})`,
    fixAll: (count) => `Sửa cả ${count} ô…`,
    fixNow: (count) => `Sửa ${count} ô`,
    change: (sheet, cell, from, to) => `${sheet}, ô ${cell}: ${from} → ${to}`,
    andOthers: (count) => `và ${count} ô khác`,
    mended: (count) => `Đã sửa ${count} ô.`,
    undo: "Hoàn tác",
    explain: "Xác nhận (kèm lý do)…",
    reason: "Lý do giữ nguyên",
    reasonOutdated: (reason) => `Đã xác nhận trước đây (${reason}), nhưng số liệu đã đổi: xem lại.`,
    confirm: "Xác nhận",
    confirmed: (count) => `Đã xác nhận: ${count} chỗ`,
    unconfirm: "Bỏ xác nhận",
    cancel: "Hủy",
    progress: (filled, required) => `Đã điền ${filled}/${required}`,
    mark: (count) => `Đánh dấu ${count} ô trên trang tính`,
    markAgain: (count) => `Đánh dấu lại ${count} ô`,
    unmark: "Bỏ đánh dấu",
    toReport: "Sang bước Báo cáo",
    announced: (counts) => `Kiểm tra xong: ${listed(counts)}.`,
    general: "Thông tin chung",
    form: (number) => `Biểu mẫu ${number}`,
    allFine: "Không còn lỗi, số liệu đã điền đủ.",
    allFineHint: "Có thể sang bước Báo cáo.",
    row: (code) => `Dòng ${code}`,
    cell: (cell) => `ô ${cell}`,
    goTo: (sheet, cell) => `Đến ô ${cell}, trang tính ${sheet}`,
    noForms: "Tệp này chưa có biểu mẫu. Chèn biểu mẫu trước, sau đó mới kiểm tra và viết báo cáo được.",
    toInsert: "Sang bước Chèn biểu mẫu",
  },
  cell: {
    none: "Chưa chọn ô",
    open: "Xem ô đang chọn",
    back: "Danh sách",
    title: (cell, sheet) => `Ô ${cell}, ${sheet}`,
    other: "Ô này không phải ô số liệu của biểu mẫu. Chọn một ô số liệu để xem dòng đó hỏi gì.",
    spans: {
      period: "số của riêng kỳ báo cáo",
      cumulative: "số lũy kế từ đầu năm",
      moment: "số tại thời điểm báo cáo",
    },
    madeFrom: "Các số liên quan",
    as: { numerator: "tử số", denominator: "mẫu số", part: "trong đó", whole: "thuộc" },
    part: (as, code, value) => `${as}: dòng ${code} = ${value}`,
    share: (percent) => `${percent} %`,
    earlier: (value) => `Kỳ trước: ${value}`,
    lastYear: (value) => `Cùng kỳ năm trước: ${value}`,
    compared: (before, now) => `Kỳ trước ${before}, kỳ này ${now}`,
    rules: "Quy tắc kiểm tra",
    about: (form, code) => (form === null ? `Dòng ${code}: ` : `Biểu mẫu ${form}, dòng ${code}: `),
    states: { fails: "chưa đúng", holds: "đúng", unchecked: "chưa kiểm tra được" },
    told: "Trong báo cáo sẽ viết",
    readTold: "Đọc trong báo cáo",
    value: "Kết quả",
    write: "Ghi vào ô",
    keys: "Enter: ghi, sang ô cần điền tiếp. Phím ↓ và ↑: ghi, sang dòng dưới hoặc dòng trên.",
    writeAndNext: "Ghi, sang ô tiếp",
    next: "Ô cần điền tiếp",
  },
  surroundings: {
    waiting: "Đang mở ngăn…",
    noOffice: {
      title: "Chưa kết nối được với Excel",
      what: "Ngăn này cần tải một tệp của Microsoft (office.js) nhưng không tải được. Thường là do mất mạng hoặc mạng của cơ quan chặn.",
      steps: [
        "Kiểm tra mạng: thử mở một trang web bất kỳ.",
        "Nếu có mạng, nhờ cán bộ tin học mở địa chỉ appsforoffice.microsoft.com.",
        "Bấm Thử lại. Số liệu trong tệp Excel vẫn còn nguyên.",
      ],
    },
    notExcel: {
      title: "Hãy mở ngăn này trong Excel",
      what: "Trang này là ngăn làm việc bên cạnh tệp Excel, không dùng được khi mở riêng trong trình duyệt.",
      steps: ["Mở tệp báo cáo bằng Excel.", "Vào thẻ Báo cáo CCHC, bấm Mở ngăn báo cáo."],
    },
    tooOld: {
      title: "Excel trên máy này đã cũ",
      what: "Chương trình cần Excel 2021 trở lên, Microsoft 365 hoặc Excel trên web.",
      steps: ["Nhờ cán bộ tin học cập nhật Office.", "Hoặc mở tệp này ở máy khác, hay bằng Excel trên web."],
    },
    crashed: {
      title: "Ngăn này gặp lỗi",
      what: "Số liệu trong tệp vẫn còn nguyên, vì ngăn này không giữ số liệu riêng.",
      steps: ["Bấm Tải lại.", "Nếu vẫn lỗi, chụp màn hình này gửi cho người hỗ trợ."],
    },
  },
};

/** What Google Sheets does not know of a plan, and what becomes of it. */
const LACKS: Readonly<Record<PlanFeature, string>> = {
  "hidden-names": "tên ẩn (các tên CCHC_ hiện trong Dữ liệu > Dải ô đã đặt tên; xin đừng xóa)",
  "justified-text": "căn đều hai bên (văn bản được căn trái)",
  "print-setup": "thiết lập trang in bằng chương trình (khi in, chọn khổ A4 trong hộp thoại in)",
};

const MOST_SHEETS = 5;

/** `2 sheet (Văn bản, Thu chi)`; of many sheets the first few. */
function listedSheets(sheets: readonly string[]): string {
  const names = sheets.slice(0, MOST_SHEETS).join(", ");
  return `${sheets.length} trang tính (${names}${sheets.length > MOST_SHEETS ? "…" : ""})`;
}

/** `2 lỗi, 1 chỗ cần xem lại, 15 chỗ chưa điền`; infos are not told, `không có lỗi` when there is none. */
export function listed({ error, warning, missing }: Counts): string {
  const parts = [
    ...(error > 0 ? [`${error} lỗi`] : []),
    ...(warning > 0 ? [`${warning} chỗ cần xem lại`] : []),
    ...(missing > 0 ? [`${missing} chỗ chưa điền`] : []),
  ];
  return parts.length === 0 ? "không có lỗi" : parts.join(", ");
}
