/**
 * What the explicit rules of our own sets of forms and tables say (`says` in their files), in English,
 * by the Vietnamese sentence. An authority that writes its own rules writes them in Vietnamese: such a
 * sentence is quoted.
 */
const SAYS: ReadonlyMap<string, string> = new Map([
  [
    "Phụ biểu mức độ hài lòng đã có phiếu thì thường là đã khảo sát.",
    "A satisfaction table with answer sheets usually means that a survey was made.",
  ],
  ["Có khảo sát thì thường có phiếu.", "A survey usually has answer sheets."],
  [
    'Cột "Đã thực hiện" ghi việc chưa xong, nên tỷ lệ hoàn thành phải dưới 100%.',
    'The column "Đã thực hiện" says that the task is not done, so the rate must be below 100%.',
  ],
  [
    'Cột "Đã thực hiện" ghi việc đã hoàn thành, nên tỷ lệ hoàn thành phải là 100%.',
    'The column "Đã thực hiện" says that the task is done, so the rate must be 100%.',
  ],
  [
    'Cột "Đã thực hiện" đã ghi kết quả, nên cần ghi cả tỷ lệ hoàn thành.',
    'The column "Đã thực hiện" states a result, so the rate is needed too.',
  ],
  [
    "Hồ sơ của TTHC trực tuyến là một phần của hồ sơ đã tiếp nhận.",
    "Dossiers of online procedures are part of the dossiers received.",
  ],
  [
    "Hồ sơ nộp trực tuyến không nhiều hơn số ghi ở phụ biểu hồ sơ theo lĩnh vực.",
    "There are no more online dossiers than the table of dossiers by field has.",
  ],
  ["Không khảo sát thì không có hình thức khảo sát.", "Without a survey there is no way of surveying."],
  ["Không khảo sát thì không có phiếu khảo sát.", "Without a survey there are no answer sheets."],
  [
    "TTHC nào phát sinh hồ sơ trực tuyến thì có ít nhất một hồ sơ trực tuyến.",
    "Each procedure with online dossiers has at least one of them.",
  ],
  [
    "Số TTHC công bố mới thường không vượt quá tổng số TTHC đang có hiệu lực.",
    "Newly published procedures are usually no more than those in force.",
  ],
  [
    "Số TTHC thuộc nhóm này là một phần của tổng số TTHC thuộc thẩm quyền giải quyết.",
    "Procedures of this group are part of all that the commune handles.",
  ],
  [
    "Số TTHC thuộc nhóm này là một phần của tổng số TTHC đang có hiệu lực.",
    "Procedures of this group are part of all in force.",
  ],
  [
    "Số TTHC được đơn giản hóa trong kỳ thường không vượt quá tổng số TTHC thuộc thẩm quyền giải quyết.",
    "Procedures simplified in the period are usually no more than those that the commune handles.",
  ],
  [
    "Số biên chế tinh giản trong kỳ thường không vượt quá số được giao.",
    "Posts cut in the period are usually no more than the posts assigned.",
  ],
  [
    "Số cán bộ, công chức bị kỷ luật thường không vượt quá số biên chế được giao.",
    "Staff disciplined are usually no more than the posts assigned.",
  ],
  [
    "Số cán bộ, công chức chuyển lên cấp trên thường không vượt quá số biên chế được giao.",
    "Staff moved to a higher level are usually no more than the posts assigned.",
  ],
  [
    "Số cán bộ, công chức cấp xã bị kỷ luật thường không vượt quá số biên chế được giao.",
    "Commune staff disciplined are usually no more than the posts assigned.",
  ],
  [
    "Số công chức tuyển dụng trong kỳ thường không vượt quá số biên chế được giao.",
    "Staff recruited in the period are usually no more than the posts assigned.",
  ],
  [
    "Số lãnh đạo bị kỷ luật thường không vượt quá số biên chế được giao.",
    "Leaders disciplined are usually no more than the posts assigned.",
  ],
  [
    "Số người tinh giản trong kỳ thường không vượt quá số được giao.",
    "People let go in the period are usually no more than the posts assigned.",
  ],
  [
    "Số người được phê duyệt vị trí việc làm thường không vượt quá số biên chế được giao.",
    "People with an approved position are usually no more than the posts assigned.",
  ],
  [
    "TTHC cung cấp trực tuyến là một phần của tổng số TTHC thuộc thẩm quyền giải quyết.",
    "Procedures offered online are part of all that the commune handles.",
  ],
  [
    "TTHC cung cấp trực tuyến là một phần của tổng số TTHC đang có hiệu lực.",
    "Procedures offered online are part of all in force.",
  ],
  [
    "TTHC có nghĩa vụ tài chính là một phần của tổng số TTHC đang có hiệu lực.",
    "Procedures with something to pay are part of all in force.",
  ],
  [
    "TTHC có phí, lệ phí là một phần của tổng số TTHC thuộc thẩm quyền giải quyết.",
    "Procedures with a fee are part of all that the commune handles.",
  ],
  [
    "TTHC đủ điều kiện cung cấp trực tuyến ở hai mức là một phần của tổng số TTHC thuộc thẩm quyền giải quyết.",
    "Procedures fit for either level of online service are part of all that the commune handles.",
  ],
  [
    "TTHC đủ điều kiện cung cấp trực tuyến ở hai mức là một phần của tổng số TTHC đang có hiệu lực.",
    "Procedures fit for either level of online service are part of all in force.",
  ],
  [
    "Hai chỗ thường cùng đếm hồ sơ nộp trực tuyến, nên bằng nhau.",
    "Both places usually count the dossiers handed in online, so they are equal.",
  ],
  [
    "Hai dòng thường cùng là tổng số TTHC thuộc thẩm quyền giải quyết.",
    "Both rows usually are the number of all procedures that the commune handles.",
  ],
  [
    "Hầu hết TTHC của xã thường có trực tuyến, nên hai số gần bằng nhau, trừ khi còn TTHC không trực tuyến.",
    "Most procedures of a commune are usually online, so the two are nearly equal unless some are not.",
  ],
  [
    "Văn bản điện tử của địa phương thường là của UBND cấp xã, nên hai tỷ lệ bằng nhau.",
    "Electronic documents of the place are usually those of the commune's committee, so the two rates are equal.",
  ],
  [
    "Văn bản điện tử gồm văn bản gửi hoàn toàn điện tử và văn bản gửi song song bản giấy, thường cộng lại là 100%.",
    "Electronic documents are sent only electronically or beside a paper copy; the two usually add up to 100%.",
  ],
  [
    "Số người được bố trí và không được bố trí đúng vị trí việc làm thường không vượt quá số có mặt.",
    "The people placed by their post and those not are usually no more than those present.",
  ],
  [
    "Phụ biểu thủ tục theo cơ quan thường liệt kê đủ TTHC cấp xã, cả của Công an và Quân sự.",
    "The table of procedures by body usually lists all procedures of the commune level, those of the police and the army too.",
  ],
  [
    "TTHC cấp xã thường gồm hết TTHC của UBND, nên không ít hơn số của riêng UBND.",
    "The procedures of the commune level usually have all those of the committee, so there are no fewer.",
  ],
  [
    "Phụ biểu thủ tục theo cơ quan thường liệt kê đủ TTHC cấp xã, nên không ít hơn số ở đây.",
    "The table of procedures by body usually lists all procedures of the commune level, so it has no fewer than here.",
  ],
  [
    "Phụ biểu thủ tục theo cơ quan thường liệt kê đủ TTHC trực tuyến ở mức này, nên không ít hơn số ở đây.",
    "The table of procedures by body usually lists all procedures online at this level, so it has no fewer than here.",
  ],
  [
    "Văn bản QPPL là một phần của văn bản HĐND, UBND đã ban hành.",
    "Legal documents are part of the documents that council and committee issued.",
  ],
  [
    "Có hồ sơ phát sinh phí, lệ phí thì thường có TTHC phát sinh phí, lệ phí.",
    "Where dossiers bring fees, there is usually a procedure with fees.",
  ],
  [
    "Có hồ sơ thanh toán trực tuyến thì thường có TTHC đã triển khai thanh toán trực tuyến.",
    "Where dossiers were paid online, there is usually a procedure that can be paid online.",
  ],
  [
    "Có hồ sơ trực tuyến thì thường có TTHC phát sinh hồ sơ trực tuyến.",
    "Where dossiers were filed online, there is usually a procedure that had some.",
  ],
  [
    "Có hồ sơ trực tuyến mức độ 3 thì thường có TTHC mức độ 3 phát sinh hồ sơ trực tuyến.",
    "Where dossiers were filed online at level 3, there is usually a procedure of level 3 that had some.",
  ],
  [
    "Có hồ sơ trực tuyến mức độ 4 thì thường có TTHC mức độ 4 phát sinh hồ sơ trực tuyến.",
    "Where dossiers were filed online at level 4, there is usually a procedure of level 4 that had some.",
  ],
  [
    "Có hồ sơ trực tuyến một phần thì thường có TTHC một phần phát sinh hồ sơ trực tuyến.",
    "Where dossiers were filed partly online, there is usually a partly online procedure that had some.",
  ],
  [
    "Có hồ sơ trực tuyến toàn trình thì thường có TTHC toàn trình phát sinh hồ sơ trực tuyến.",
    "Where dossiers were filed online throughout, there is usually a procedure online throughout that had some.",
  ],
]);

/** The sentence in English; a sentence of somebody else's quoted. */
export function saysInEnglish(sentence: string): string {
  return SAYS.get(sentence) ?? `The rule says: "${sentence.replace(/\.$/, "")}".`;
}
