import { expect, test } from "@jest/globals";
import { narrate, printedWhole, thanhMien } from "./reports.js";

test("the whole narrative of thị trấn Thanh Miện, quarter III 2023", () => {
  expect(printedWhole(narrate(thanhMien))).toEqual([
    "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
    "1. Xây dựng và thực hiện kế hoạch cải cách hành chính",
    "- Kế hoạch CCHC năm 2023 của UBND thị trấn đề ra 25 nhiệm vụ; tính đến ngày 09/9/2023 đã hoàn thành 22/25 nhiệm vụ, đạt 88%.",
    "2. Tổ chức chỉ đạo, điều hành",
    "- Trong quý III năm 2023, UBND thị trấn đã ban hành 25 văn bản chỉ đạo, quán triệt công tác CCHC.",
    "3. Kiểm tra cải cách hành chính",
    "4. Thông tin, tuyên truyền cải cách hành chính",
    "5. Kết quả thực hiện nhiệm vụ UBND huyện, Chủ tịch UBND huyện giao",
    "- Trong quý III năm 2023, UBND thị trấn được UBND huyện, Chủ tịch UBND huyện giao 62 nhiệm vụ; đã hoàn thành đúng hạn toàn bộ 62/62 nhiệm vụ.",
    "6. Khảo sát sự hài lòng, đối thoại với người dân, tổ chức",
    "- UBND thị trấn đã tổ chức khảo sát sự hài lòng của người dân, tổ chức bằng hình thức kết hợp trực tuyến và phát phiếu, với 922 phiếu khảo sát.",
    "- Lãnh đạo UBND thị trấn đã tổ chức đối thoại với người dân, cộng đồng doanh nghiệp.",
    "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH",
    "1. Cải cách thể chế",
    "- Trong quý III năm 2023, Hội đồng nhân dân (HĐND), UBND thị trấn không ban hành văn bản quy phạm pháp luật.",
    "- Trong kỳ không phát sinh văn bản quy phạm pháp luật được kiểm tra, rà soát theo thẩm quyền của cấp huyện.",
    "2. Cải cách thủ tục hành chính (TTHC)",
    "2.1. Kiểm soát thủ tục hành chính",
    "- Trong kỳ không có TTHC được phê duyệt phương án đơn giản hóa.",
    "2.2. Công bố, công khai thủ tục hành chính",
    "- Qua thống kê có 139 TTHC; số TTHC thuộc thẩm quyền giải quyết tại địa phương là 139 thủ tục. Số TTHC cấp xã được thống kê là 157 thủ tục.",
    "- Trong quý III năm 2023, có 03 TTHC bị bãi bỏ, thay thế; không phát sinh TTHC công bố mới.",
    "2.3. Thực hiện cơ chế một cửa, một cửa liên thông",
    "- Thực hiện liên thông cùng cấp đối với 02 TTHC, liên thông giữa các cấp chính quyền đối với 03 TTHC.",
    "- Có 28 TTHC được tiếp nhận, giải quyết không phụ thuộc vào địa giới hành chính.",
    "2.4. Kết quả giải quyết hồ sơ thủ tục hành chính",
    "- Trong quý III năm 2023, UBND thị trấn đã giải quyết xong 922 hồ sơ TTHC, trong đó giải quyết đúng hạn 922/922 hồ sơ, đạt 100%; không có hồ sơ giải quyết quá hạn.",
    "2.5. Số hóa hồ sơ, giấy tờ, kết quả giải quyết thủ tục hành chính",
    "2.6. Tiếp nhận, xử lý phản ánh, kiến nghị về quy định hành chính",
    "- Trong kỳ, UBND thị trấn không nhận được phản ánh, kiến nghị của cá nhân, tổ chức về quy định TTHC.",
    "2.7. Đánh giá chất lượng giải quyết thủ tục hành chính",
    "3. Cải cách tổ chức bộ máy hành chính nhà nước",
    "- UBND thị trấn đã hoàn thành việc sắp xếp cơ cấu tổ chức, bố trí các bộ phận chuyên môn theo tiêu chí Chính phủ quy định.",
    "- Tổng số biên chế được giao trong năm là 22 người; tại thời điểm báo cáo có mặt 21/22 người. UBND thị trấn không sử dụng hợp đồng lao động.",
    "4. Cải cách chế độ công vụ",
    "- Không có lãnh đạo, quản lý được tuyển chọn, bổ nhiệm thông qua thi tuyển.",
    "- Trong kỳ không có cán bộ, công chức bị kỷ luật (cả về Đảng và chính quyền).",
    "5. Cải cách tài chính công",
    "- Kế hoạch vốn đầu tư công được giao là 3.000 triệu đồng; tính đến ngày 09/9/2023 đã giải ngân 2.014 triệu đồng, đạt 67,1% kế hoạch.",
    "6. Xây dựng và phát triển chính quyền điện tử, chính quyền số",
    "6.1. Phát triển hạ tầng kỹ thuật",
    "6.2. Phát triển các hệ thống nền tảng",
    "- Đã hoàn thành việc cập nhật Kiến trúc chính quyền điện tử phiên bản mới nhất.",
    "- Hệ thống họp trực tuyến đã được xây dựng, vận hành, liên thông ba cấp từ UBND tỉnh đến UBND cấp huyện, cấp xã.",
    "6.3. Ứng dụng, dịch vụ trong nội bộ cơ quan, trao đổi văn bản điện tử",
    "- Tỷ lệ sử dụng văn bản điện tử của UBND thị trấn đạt 100%; tính chung của địa phương đạt 100%. Tỷ lệ báo cáo định kỳ được gửi, nhận qua Hệ thống thông tin báo cáo quốc gia đạt 100%.",
    "- UBND thị trấn đã kết nối, liên thông Hệ thống quản lý văn bản điều hành với UBND huyện. Bộ phận Một cửa đã kết nối, liên thông với Hệ thống thông tin một cửa điện tử tập trung của tỉnh.",
    "6.4. Ứng dụng, dịch vụ phục vụ người dân",
    "6.5. Cung cấp dịch vụ công trực tuyến",
    "- Tổng số TTHC cung cấp dịch vụ công trực tuyến là 112/139 TTHC, chiếm 80,58%; trong đó trực tuyến một phần 68/139 TTHC, chiếm 48,92%; toàn trình 44/139 TTHC, chiếm 31,65%. Có 23/112 TTHC phát sinh hồ sơ trực tuyến, chiếm 20,54%; trong đó một phần 16/68 TTHC, chiếm 23,53%; toàn trình 07/44 TTHC, chiếm 15,91%.",
    "- Về dịch vụ công trực tuyến một phần: đang cung cấp 68/68 TTHC đủ điều kiện, đạt 100%; trong đó 16 TTHC có phát sinh hồ sơ nộp trực tuyến.",
    "- Đối với dịch vụ công trực tuyến toàn trình, đang cung cấp 44/44 TTHC đủ điều kiện, đạt 100%; trong đó 07 TTHC có phát sinh hồ sơ nộp trực tuyến.",
    "- Trong tổng số 112 TTHC đang cung cấp trực tuyến một phần và toàn trình, đã tích hợp, công khai trên Cổng Dịch vụ công quốc gia 112/112 TTHC, đạt 100%.",
    "- Đối với các TTHC trực tuyến có phát sinh hồ sơ, UBND thị trấn đã tiếp nhận 922 hồ sơ (cả trực tiếp và trực tuyến), trong đó tiếp nhận trực tuyến 905 hồ sơ, chiếm 98,16%.",
    "- Đã tích hợp, triển khai thanh toán trực tuyến đối với 51/51 TTHC có yêu cầu nghĩa vụ tài chính, đạt 100%.",
    "III. ĐÁNH GIÁ CHUNG",
    "1. Ưu điểm",
    "2. Tồn tại, hạn chế",
    "3. Nguyên nhân của tồn tại, hạn chế",
    "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ IV NĂM 2023",
    "V. KIẾN NGHỊ, ĐỀ XUẤT",
  ]);
});

test("judgement and plans that the figures suggest wait for the officer", () => {
  expect(narrate(thanhMien).suggestions.map(({ section, text }) => `${section}: ${text}`)).toEqual([
    "strengths: Đã hoàn thành 22/25 nhiệm vụ trong Kế hoạch CCHC năm 2023, đạt 88%.",
    "strengths: Các nhiệm vụ UBND huyện, Chủ tịch UBND huyện giao đều được hoàn thành đúng hạn (62/62 nhiệm vụ).",
    "strengths: Hồ sơ TTHC của người dân, tổ chức đều được giải quyết đúng hạn, đạt 100%; trong kỳ không phát sinh phản ánh, kiến nghị về quy định TTHC.",
    "strengths: Ý kiến của người dân, tổ chức được tiếp nhận qua 922 phiếu khảo sát sự hài lòng và hoạt động đối thoại của lãnh đạo UBND thị trấn.",
    "strengths: Toàn bộ 112 TTHC trực tuyến đã được tích hợp, công khai trên Cổng Dịch vụ công quốc gia.",
    "strengths: Hồ sơ tiếp nhận trực tuyến chiếm tỷ lệ cao (98,16%).",
    "strengths: Việc thanh toán trực tuyến đã được triển khai đối với toàn bộ 51 TTHC có yêu cầu nghĩa vụ tài chính.",
    "strengths: 100% văn bản của UBND thị trấn được gửi dưới dạng điện tử; 100% báo cáo định kỳ được gửi, nhận qua Hệ thống thông tin báo cáo quốc gia.",
    "strengths: Đội ngũ cán bộ, công chức không có trường hợp bị kỷ luật trong kỳ báo cáo.",
    "limits: Còn 52 TTHC cung cấp trực tuyến một phần và 37 TTHC cung cấp trực tuyến toàn trình chưa phát sinh hồ sơ nộp trực tuyến.",
    "duties: Tập trung hoàn thành 03 nhiệm vụ còn lại của Kế hoạch CCHC năm 2023; phân công rõ người, rõ việc, rõ thời hạn và thường xuyên đôn đốc tiến độ.",
    "duties: Cập nhật, niêm yết công khai kịp thời các TTHC khi có thay đổi; tiếp nhận, giải quyết hồ sơ của người dân, tổ chức đúng thời hạn quy định, không để phát sinh hồ sơ quá hạn.",
    "duties: Tuyên truyền, hướng dẫn người dân nộp hồ sơ và thanh toán trực tuyến, trước hết đối với những TTHC chưa phát sinh hồ sơ trực tuyến.",
    "duties: Chấp hành nghiêm kỷ luật, kỷ cương hành chính; nâng cao trách nhiệm, kỹ năng số và thái độ phục vụ của đội ngũ cán bộ, công chức.",
    "duties: Đẩy nhanh tiến độ giải ngân vốn đầu tư công (tính đến ngày 09/9/2023 đạt 67,1%), phấn đấu hoàn thành kế hoạch được giao.",
    "duties: Duy trì việc gửi, nhận, xử lý văn bản trên môi trường điện tử; thực hiện đầy đủ, đúng hạn chế độ báo cáo CCHC.",
    "duties: Tổng kết, tự đánh giá kết quả CCHC năm 2023; chuẩn bị xây dựng Kế hoạch CCHC năm 2024.",
  ]);
});

test("what Thanh Miện's blank cells keep from being said is listed, sentence by sentence", () => {
  const facts = narrate(thanhMien).missing.flatMap((missing) =>
    missing.kind === "facts"
      ? [`${missing.section}: ${missing.indicators.map(({ form, code }) => `${form}/${code}`).join(" ")}`]
      : [],
  );
  expect(facts).toEqual([
    "inspection: 1/3.3.1 1/3.3.2",
    "assigned: 1/4.3 1/4.4",
    "institutions: 2/2.2.1 2/2.2.2",
    "institutions: 2/3.2.1 2/3.2.2",
    "organization: 4/2.4",
    "civil-service: 5/2.1 5/2.2 5/2.3",
    "finance: 6/2.1",
    "platforms: 7/4",
  ]);
});

test("so are the empty places of sections that would otherwise have nothing in them", () => {
  const places = narrate(thanhMien).missing.flatMap((missing) =>
    missing.kind === "own-text" ? [missing.section] : [],
  );
  expect(places).toEqual([
    "inspection",
    "communication",
    "digitisation",
    "quality",
    "infrastructure",
    "citizens",
    "strengths",
    "limits",
    "causes",
    "duties",
    "proposals",
  ]);
});
