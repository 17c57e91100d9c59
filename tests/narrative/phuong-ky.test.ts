import { expect, test } from "@jest/globals";
import { narrate, phuongKy, printedWhole } from "./reports.js";

test("the whole narrative of xã Phượng Kỳ, first six months of 2023, whose forms are mostly blank", () => {
  expect(printedWhole(narrate(phuongKy))).toEqual([
    "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
    "1. Xây dựng và thực hiện kế hoạch cải cách hành chính",
    "2. Tổ chức chỉ đạo, điều hành",
    "3. Kiểm tra cải cách hành chính",
    "- Trong 6 tháng đầu năm 2023, UBND xã chưa tiến hành kiểm tra công tác CCHC đối với tổ chức, cá nhân; không phát sinh vấn đề phải xử lý qua kiểm tra.",
    "4. Thông tin, tuyên truyền cải cách hành chính",
    "5. Kết quả thực hiện nhiệm vụ UBND huyện, Chủ tịch UBND huyện giao",
    "- Trong số nhiệm vụ được giao, không có nhiệm vụ hoàn thành quá hạn hoặc quá hạn chưa hoàn thành.",
    "6. Khảo sát sự hài lòng, đối thoại với người dân, tổ chức",
    "- Lãnh đạo UBND xã chưa tổ chức đối thoại với người dân, cộng đồng doanh nghiệp.",
    "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH",
    "1. Cải cách thể chế",
    "- Trong 6 tháng đầu năm 2023, Hội đồng nhân dân (HĐND), UBND xã không ban hành văn bản quy phạm pháp luật.",
    "2. Cải cách thủ tục hành chính (TTHC)",
    "2.1. Kiểm soát thủ tục hành chính",
    "2.2. Công bố, công khai thủ tục hành chính",
    "- Trong 6 tháng đầu năm 2023, có 04 TTHC được công bố mới và 01 TTHC bị bãi bỏ, thay thế.",
    "2.3. Thực hiện cơ chế một cửa, một cửa liên thông",
    "- Chưa có TTHC thực hiện liên thông cùng cấp hoặc liên thông giữa các cấp chính quyền.",
    "- Đến nay chưa có TTHC được tiếp nhận, giải quyết không phụ thuộc vào địa giới hành chính.",
    "2.4. Kết quả giải quyết hồ sơ thủ tục hành chính",
    "2.5. Số hóa hồ sơ, giấy tờ, kết quả giải quyết thủ tục hành chính",
    "2.6. Tiếp nhận, xử lý phản ánh, kiến nghị về quy định hành chính",
    "- Trong kỳ, UBND xã không nhận được phản ánh, kiến nghị của cá nhân, tổ chức về quy định TTHC.",
    "2.7. Đánh giá chất lượng giải quyết thủ tục hành chính",
    "3. Cải cách tổ chức bộ máy hành chính nhà nước",
    "- UBND xã đã hoàn thành việc sắp xếp cơ cấu tổ chức, bố trí các bộ phận chuyên môn theo tiêu chí Chính phủ quy định. Không thành lập tổ chức liên ngành.",
    "- Tổng số biên chế được giao trong năm là 17 người; tại thời điểm báo cáo có mặt đủ 17/17 người. UBND xã không sử dụng hợp đồng lao động.",
    "- Trong kỳ không phát sinh tinh giản biên chế.",
    "- Số người hoạt động không chuyên trách ở cấp xã, thôn, khu dân cư được giao là 06 người; hiện có mặt 04/06 người.",
    "4. Cải cách chế độ công vụ",
    "- Có 17 cán bộ, công chức được phê duyệt vị trí việc làm theo quy định; đã bố trí đúng vị trí việc làm 17/17 người, không có trường hợp bố trí không đúng vị trí việc làm.",
    "- Trong 6 tháng đầu năm 2023, không phát sinh việc tuyển dụng công chức và xét chuyển cán bộ, công chức cấp xã thành công chức cấp huyện trở lên.",
    "- Trong kỳ không có lãnh đạo, công chức cấp xã bị kỷ luật.",
    "5. Cải cách tài chính công",
    "6. Xây dựng và phát triển chính quyền điện tử, chính quyền số",
    "6.1. Phát triển hạ tầng kỹ thuật",
    "6.2. Phát triển các hệ thống nền tảng",
    "- Đã hoàn thành việc cập nhật Kiến trúc chính quyền điện tử phiên bản mới nhất. Đang triển khai xây dựng nền tảng chia sẻ, tích hợp dùng chung (LGSP).",
    "- Chưa có Hệ thống họp trực tuyến liên thông từ UBND tỉnh đến UBND cấp huyện, cấp xã.",
    "6.3. Ứng dụng, dịch vụ trong nội bộ cơ quan, trao đổi văn bản điện tử",
    "- Tỷ lệ sử dụng văn bản điện tử của UBND xã đạt 100%. Tỷ lệ báo cáo định kỳ được gửi, nhận qua Hệ thống thông tin báo cáo quốc gia đạt 100%.",
    "- UBND xã đã kết nối, liên thông Hệ thống quản lý văn bản điều hành với UBND huyện. Bộ phận Một cửa đã kết nối, liên thông với Hệ thống thông tin một cửa điện tử tập trung của tỉnh.",
    "6.4. Ứng dụng, dịch vụ phục vụ người dân",
    "6.5. Cung cấp dịch vụ công trực tuyến",
    "III. ĐÁNH GIÁ CHUNG",
    "1. Ưu điểm",
    "2. Tồn tại, hạn chế",
    "3. Nguyên nhân của tồn tại, hạn chế",
    "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2023",
    "V. KIẾN NGHỊ, ĐỀ XUẤT",
  ]);
});

test("judgement and plans that the figures suggest wait for the officer", () => {
  expect(narrate(phuongKy).suggestions.map(({ section, text }) => `${section}: ${text}`)).toEqual([
    "strengths: 100% văn bản của UBND xã được gửi dưới dạng điện tử; 100% báo cáo định kỳ được gửi, nhận qua Hệ thống thông tin báo cáo quốc gia.",
    "strengths: Cán bộ, công chức được bố trí đúng vị trí việc làm (17/17 người); trong kỳ không có trường hợp bị kỷ luật.",
    "limits: Trong 6 tháng đầu năm 2023, chưa tiến hành kiểm tra CCHC và chưa tổ chức đối thoại của lãnh đạo UBND xã với người dân, cộng đồng doanh nghiệp.",
    "duties: Tiếp tục thực hiện các nhiệm vụ trong Kế hoạch CCHC năm 2023, bảo đảm tiến độ và chất lượng.",
    "duties: Tổ chức kiểm tra công tác CCHC và đối thoại của lãnh đạo UBND xã với người dân, cộng đồng doanh nghiệp.",
    "duties: Cập nhật, niêm yết công khai kịp thời các TTHC khi có thay đổi; tiếp nhận, giải quyết hồ sơ của người dân, tổ chức đúng thời hạn quy định, không để phát sinh hồ sơ quá hạn.",
    "duties: Tuyên truyền, hướng dẫn người dân sử dụng dịch vụ công trực tuyến và thanh toán trực tuyến.",
    "duties: Chấp hành nghiêm kỷ luật, kỷ cương hành chính; nâng cao trách nhiệm, kỹ năng số và thái độ phục vụ của đội ngũ cán bộ, công chức.",
    "duties: Duy trì việc gửi, nhận, xử lý văn bản trên môi trường điện tử; thực hiện đầy đủ, đúng hạn chế độ báo cáo CCHC.",
  ]);
});

test("nothing is said of Phượng Kỳ's payment ratio, printed 0 beside blank parts: the parts are asked for", () => {
  const missing = narrate(phuongKy).missing.filter(({ section }) => section === "online");
  expect(missing).toContainEqual({
    kind: "facts",
    section: "online",
    indicators: [
      { form: 7, code: "6.8.2" },
      { form: 7, code: "6.8.1" },
    ],
  });
});
