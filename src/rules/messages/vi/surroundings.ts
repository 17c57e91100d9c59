import { rowName } from "../../../forms/indicators.js";
import type { Edition } from "../../../forms/schema.js";
import type { FindingPlace } from "../../finding.js";
import type { InfoFacts, LayoutFacts } from "../../kinds/surroundings.js";
import { infoWords, ownColumn, rowWords, tableSheet } from "../../place-words.js";
import { show } from "../../show.js";
import type { NamesOf, SentencesOf } from "../wording.js";

/** What is said of the sheets themselves and of the report's information, in Vietnamese. */
export const surroundingSentences: SentencesOf<InfoFacts & LayoutFacts> = {
  "info.missing": ({ place }) => {
    const { label, hint } = infoWords(place);
    return `Chưa điền mục "${label}" ở trang tính "Thông tin chung".${sentenceOf(hint)}`;
  },
  "info.unreadable": ({ place }) => {
    const { label, hint } = infoWords(place);
    return `Không đọc được nội dung ghi ở mục "${label}" của trang tính "Thông tin chung". Ghi lại cho đúng.${sentenceOf(hint)}`;
  },
  "info.window": ({ actual, expected, against }) =>
    against === "year"
      ? `Số liệu tính đến ngày ${actual}, không thuộc năm báo cáo ${expected}. Sửa ngày hoặc sửa năm.`
      : against === "period"
        ? `Số liệu tính đến ngày ${actual}, trong khi kỳ này thường chốt khoảng ${expected}. Sửa ngày hoặc kỳ báo cáo.`
        : `Số liệu tính đến ngày ${actual}, trước cả ngày bắt đầu ${expected}. Sửa lại hai ngày.`,
  "info.date": ({ actual, expected }) =>
    `Ngày ban hành ${actual} sớm hơn ngày chốt số liệu ${expected}. Kiểm tra lại ngày.`,
  "layout.sheet-missing": ({ place, adopted }) => {
    const sheet = place.kind === "sheet" ? place.sheet : "";
    if (adopted && place.kind === "sheet" && place.form !== null) {
      return (
        `Tệp này chưa ghi nhớ vị trí ô nào của "${sheet}". ` +
        "Nếu biểu mẫu có ở một trang tính khác, nhận diện lại rồi xác nhận các dòng chưa chắc; nếu đơn vị không lập biểu mẫu này thì bỏ qua."
      );
    }
    return (
      `${adopted ? "Tệp chưa có" : "Không tìm thấy"} trang tính "${sheet}". ` +
      'Sang bước "Chèn biểu mẫu", bấm "Thêm phần còn thiếu"; các trang tính khác giữ nguyên.'
    );
  },
  "layout.values-beside": ({ by, found }) =>
    by === "column"
      ? `Các ô kết quả của biểu mẫu đều trống, trong khi ô ${found} ngay bên cạnh có số. ` +
        "Số liệu có thể đã dán lệch một cột: chuyển về đúng cột kết quả."
      : `Số liệu ở ô ${found} lệch một dòng so với biểu mẫu: ô đầu hoặc ô cuối trống, còn ngoài biểu mẫu có số. ` +
        "Số liệu có thể đã dán lệch: chuyển về đúng dòng.",
  "layout.form-blank": ({ earlier }) =>
    `Biểu mẫu này chưa có số liệu nào, trong khi kỳ trước có ${show(earlier)} ô. ` +
    "Điền số liệu; nếu vừa bị xóa nhầm thì hoàn tác (Ctrl+Z) hoặc chép lại từ tệp đã lưu.",
  "layout.form-copied": ({ same }) =>
    `Mọi số phát sinh trong kỳ của biểu mẫu này (${show(same)} ô) giống hệt kỳ trước. ` +
    "Có thể còn giữ số liệu cũ: kiểm tra và điền số liệu kỳ này.",
  "layout.cell-missing": ({ place, sheet, adopted }, edition) =>
    adopted
      ? `Tệp này chưa ghi nhớ vị trí ô kết quả của dòng ${rowWords(place, edition)}. Nếu dòng này có ở trang tính "${sheet}", ` +
        "nhận diện lại rồi xác nhận ô của dòng; nếu biểu mẫu của đơn vị không có dòng này thì bỏ qua."
      : place.kind === "table"
        ? `Không tìm thấy cột ${ownColumn(place)} của phụ biểu "${tableSheet(place.table)}". ` +
          "Có thể cột đã bị xóa hoặc đổi tiêu đề; ghi lại tiêu đề cột như cũ."
        : `Không tìm thấy ô kết quả của dòng ${rowWords(place, edition)} ở trang tính "${sheet}". ` +
          'Có thể dòng đã bị xóa: sang bước "Chèn biểu mẫu", bấm "Thêm phần còn thiếu".',
  "layout.name-lost": ({ place }, edition) =>
    place.kind === "table"
      ? `Tệp không còn ghi nhớ vị trí phụ biểu "${tableSheet(place.table)}"; đang nhận ra theo tiêu đề cột. ` +
        "Giữ nguyên tên trang tính và dòng tiêu đề, hoặc chèn lại phụ biểu."
      : `Tệp không còn ghi nhớ vị trí ô của dòng ${rowWords(place, edition)}; đang nhận ra theo số thứ tự. ` +
        'Sang bước "Chèn biểu mẫu", bấm "Thêm phần còn thiếu" để ghi nhớ lại; số liệu giữ nguyên.',
  "layout.moved": ({ found, place }, edition) =>
    `Ô kết quả của dòng ${rowWords(place, edition)} đang nằm ở dòng ${foundRow(found, place, edition)}. ` +
    "Chuyển số liệu về đúng dòng.",
  "layout.relabelled": ({ found, place }, edition) =>
    `Nội dung của dòng ${rowWords(place, edition)} đã đổi thành "${show(found)}". ` +
    "Kiểm tra lại; số liệu vẫn được tính cho dòng này như bản in.",
  "layout.duplicated": ({ found, place }, edition) =>
    `Dòng ${rowWords(place, edition)} và dòng ${found} cùng chỉ về một ô. ` +
    "Xóa dòng bị sao chép hoặc chèn lại biểu mẫu.",
};

/** What they find, in short. */
export const surroundingNames: NamesOf<InfoFacts & LayoutFacts> = {
  "info.missing": "Mục Thông tin chung chưa điền",
  "info.unreadable": "Mục Thông tin chung không đọc được",
  "info.window": "Ngày tính số liệu chưa đúng",
  "info.date": "Ngày ban hành chưa đúng",
  "layout.sheet-missing": "Thiếu trang tính",
  "layout.values-beside": "Số liệu nằm lệch ô",
  "layout.form-blank": "Biểu mẫu để trống",
  "layout.form-copied": "Số liệu giống hệt kỳ trước",
  "layout.cell-missing": "Không tìm thấy ô",
  "layout.name-lost": "Ô mất ghi nhớ vị trí",
  "layout.moved": "Ô bị chuyển chỗ",
  "layout.relabelled": "Nội dung dòng bị sửa",
  "layout.duplicated": "Dòng bị lặp",
};

/** The row that a cell was moved to: `có số thứ tự "3.3.9"`, or its words where it prints no STT. */
function foundRow(found: string, place: FindingPlace, edition: Edition): string {
  const name = place.kind === "indicator" ? rowName(edition, { form: place.form, code: found }) : found;
  return name === found ? `có số thứ tự "${found}"` : name;
}

function sentenceOf(hint: string): string {
  return hint === "" ? "" : ` ${hint}`;
}
