import { expect, test } from "@jest/globals";
import { doubtInWords } from "../../src/cli/doubt-words.js";

test("of editions that fit alike, tells which was taken and how another is chosen", () => {
  expect(doubtInWords({ kind: "edition-tie", ids: ["tu-ky-2023", "hai-duong-2022"] })).toBe(
    "Các bộ biểu mẫu tu-ky-2023, hai-duong-2022 khớp như nhau. Đã dùng tu-ky-2023; nếu không đúng, chọn bộ biểu mẫu bằng --edition.",
  );
});
