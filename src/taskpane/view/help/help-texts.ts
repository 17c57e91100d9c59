import type { Language } from "../../../jobs/wording.js";
import type { Step } from "../../session/state.js";

/** A step explained on one screen: what to do, in order, and what people ask at it. */
interface StepHelp {
  readonly title: string;
  readonly lines: readonly string[];
  readonly questions: readonly (readonly [question: string, answer: string])[];
}

/* Buttons are quoted in quotation marks, in the very words of the pane; a test holds them to it. */

const vi: Readonly<Record<Step, StepHelp>> = {
  insert: {
    title: "Chèn biểu mẫu: làm thế nào?",
    lines: [
      "Chọn bộ biểu mẫu mà cấp trên đang yêu cầu; đối chiếu số, ngày công văn ghi ngay bên dưới.",
      "Ghi đơn vị báo cáo, cấp trên trực tiếp, kỳ báo cáo và năm.",
      "Đọc dòng “Sẽ thêm…” rồi bấm “Chèn biểu mẫu”.",
      "Điền trang tính Thông tin chung, rồi nhập số vào các ô nền vàng nhạt của từng biểu.",
    ],
    questions: [
      [
        "Tệp đang có số liệu khác, chèn vào có mất gì không?",
        "Không. Chương trình chỉ thêm trang tính còn thiếu, không sửa trang tính nào đang có.",
      ],
      [
        "Lỡ xóa một dòng hoặc một biểu?",
        "Mở lại bước này, bấm “Thêm phần còn thiếu”. Số đã nhập ở chỗ khác giữ nguyên.",
      ],
      [
        "Đã có biểu mẫu do cấp trên gửi?",
        "Mở tệp đó: ở đầu bước này hiện mục nhận diện. Xem lại, bấm “Dùng các biểu mẫu này”.",
      ],
      [
        "Sang kỳ sau thì làm lại từ đầu?",
        "Không. Lưu tệp thành tên khác rồi bấm “Chuyển tệp này sang kỳ tiếp theo”; số kỳ cũ được giữ để so sánh.",
      ],
    ],
  },
  check: {
    title: "Kiểm tra: làm thế nào?",
    lines: [
      "Cứ nhập số trên trang tính; danh sách tự cập nhật ngay khi rời ô.",
      "Sửa từ trên xuống: dòng đầu là việc cần trước. Bấm vào một dòng để đến đúng ô.",
      "Có nút sửa thì bấm; sửa nhầm thì bấm “Hoàn tác”.",
      "Số đúng nhưng lạ: bấm “Xác nhận (kèm lý do)…”, lý do được lưu trong tệp.",
      "Hết lỗi thì bấm “Sang bước Báo cáo”.",
    ],
    questions: [
      [
        "Lỗi, cần xem lại, chưa điền, lưu ý khác nhau thế nào?",
        "Lỗi là chắc chắn sai, phải sửa. Cần xem lại có thể đúng, xem một lần. Chưa điền: ghi số, không phát sinh thì ghi 0. Lưu ý: tùy.",
      ],
      [
        "Danh sách có đúng với số lúc này không?",
        "Xem chữ ở dòng trên cùng: “Đang theo dõi” là đúng; “Chờ bấm Enter” là đang gõ dở; “Chưa cập nhật” là của lần đọc trước.",
      ],
      ["Vì sao báo lỗi này?", "Bấm vào dòng đó rồi bấm “Vì sao?”."],
      [
        "Cần bản in để lãnh đạo xem?",
        "Bấm “Lập phiếu kiểm tra”: có một trang tính để in, ký; lần sau chương trình so với phiếu đó.",
      ],
    ],
  },
  report: {
    title: "Báo cáo: làm thế nào?",
    lines: [
      "Đọc bản xem trước. Bấm vào số để đến ô có số đó; số sai thì sửa ở ô, không sửa trong Word.",
      "Mở “Chưa điền” để biết câu nào chưa viết được vì thiếu số; mở “Gợi ý” để chọn thêm nhận định.",
      "Câu không cần thì bấm “Bỏ câu này”; đổi ý thì vào “Đã bỏ”.",
      "Lời văn của đơn vị viết ở trang tính Nội dung bổ sung; bấm “Viết thêm ở mục này” để đến đúng chỗ.",
      "Bấm “Xuất ra Word”. Tệp nằm trong thư mục Tải xuống (Downloads).",
    ],
    questions: [
      [
        "Còn lỗi có xuất được không?",
        "Được, nhưng là dự thảo: trang nào cũng ghi DỰ THẢO, câu dựa vào ô có lỗi được đánh dấu.",
      ],
      ["Không thấy tệp, hoặc máy chặn tải xuống?", "Bấm “Sao chép”, mở Word rồi bấm Ctrl+V để dán."],
      [
        "Đã sửa trong Word rồi số liệu lại đổi?",
        "Sửa số ở ô rồi xuất lại. Câu dùng lại kỳ sau nên viết ở trang tính Nội dung bổ sung để không phải gõ lại.",
      ],
    ],
  },
};

const en: Readonly<Record<Step, StepHelp>> = {
  insert: {
    title: "Insert forms: how?",
    lines: [
      "Choose the set of forms that your superior asks for; compare the number and date of the document below it.",
      "Enter your office, its superior, the period and the year.",
      "Read what will be added, then choose “Insert forms”.",
      "Fill in the sheet Thông tin chung, then the pale yellow cells of each form.",
    ],
    questions: [
      [
        "Is anything lost in a workbook that has other data?",
        "No. Only sheets that are missing are added; none that is there is changed.",
      ],
      [
        "A row or a form was deleted?",
        "Come back to this step and choose “Add what is missing”. What you typed elsewhere stays.",
      ],
      [
        "You have forms from your superior?",
        "Open that workbook: this step shows what it recognised. Look it over, then choose “Use these forms”.",
      ],
      [
        "Does the next period begin anew?",
        "No. Save under another name, then choose “Turn this workbook into the next period's”; the old figures are kept for comparison.",
      ],
    ],
  },
  check: {
    title: "Check: how?",
    lines: [
      "Type into the sheets; the list follows as soon as you leave a cell.",
      "Mend from the top: the first line is the most urgent. Click a line to go to its cell.",
      "Where there is a button that mends, use it; “Undo” takes it back.",
      "A figure that is right but unusual: choose “Confirm (with a reason)…”. The reason is kept in the workbook.",
      "Without errors, choose “Go to Report”.",
    ],
    questions: [
      [
        "What do the four classes mean?",
        "An error is surely wrong. A line to review may be right: look once. Blank: enter a figure, 0 where there was none. A note is up to you.",
      ],
      [
        "Is the list that of the figures now?",
        "See the words on top: “Following” means yes; “Press Enter” that a cell is being typed in; “Not up to date” that the list is of the reading before.",
      ],
      ["Why is this an error?", "Click the line, then “Why?”."],
      [
        "You need it on paper?",
        "Choose “Make the check sheet”: a sheet to print and sign. The next check is compared with it.",
      ],
    ],
  },
  report: {
    title: "Report: how?",
    lines: [
      "Read the preview. Click a number to go to its cell; mend wrong numbers there, not in Word.",
      "“Blank” lists sentences that lack figures; “Suggestions” are judgements that you may add.",
      "“Leave this sentence out” removes a sentence; “Left out” brings it back.",
      "Your own words go into the sheet Nội dung bổ sung; “Write more in this section” leads there.",
      "Choose “Export to Word”. The file is in your Downloads folder.",
    ],
    questions: [
      [
        "Can it be exported with errors?",
        "Yes, as a draft: every page says so, and sentences that rest on errors are marked.",
      ],
      ["No file, or downloads are blocked?", "Choose “Copy”, open Word and press Ctrl+V."],
      [
        "Changed in Word, and now the figures change?",
        "Mend the cell and export again. What you will need next time belongs into Nội dung bổ sung.",
      ],
    ],
  },
};

/** What the pane says of each step when it is asked. */
export const helpTexts: Readonly<Record<Language, Readonly<Record<Step, StepHelp>>>> = { vi, en };
