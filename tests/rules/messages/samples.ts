import type { Severity } from "../../../src/rules/facts.js";
import {
  type CellRef,
  type Finding,
  type FindingPlace,
  findingAt,
  type RuleId,
  type Told,
} from "../../../src/rules/finding.js";
import type { CellValue } from "../../../src/values/cell.js";
import { check, reportWith } from "../../support/check.js";

const row = (form: number, code: string): FindingPlace => ({
  kind: "indicator",
  form,
  code,
  address: { sheet: `Biểu mẫu ${form}`, row: 20, column: 4 },
});
const table = (id: string, column: string | null, at: number | null = 3): FindingPlace => ({
  kind: "table",
  form: null,
  table: id,
  row: at,
  column,
  address: null,
});
const info = (key: "year" | "to" | "date" | "guidance"): FindingPlace => ({
  kind: "info",
  key,
  address: null,
});
const sheet = (name: string): FindingPlace => ({ kind: "sheet", sheet: name, form: 3 });
const none = { actual: null, expected: null } as const;
const rowCell = (form: number, code: string) => ({ kind: "row", form, code }) as const;

function at<R extends RuleId>(place: FindingPlace, told: Told<R>, severity: Severity = "error"): Finding<R> {
  const related: readonly CellRef[] = [];
  return findingAt(place, severity, told as Told, related) as Finding<R>;
}

/** The one finding of a rule in a report with these rows (`"3/1.4": -2`) and nothing else. */
function found<R extends RuleId>(rule: R, rows: Readonly<Record<string, CellValue>>): Finding<R> {
  const findings = check(reportWith("tu-ky-2023", rows)).findings.filter((finding) => finding.rule === rule);
  const [finding] = findings;
  if (finding === undefined || findings.length > 1) throw new Error(`${findings.length} findings of ${rule}`);
  return finding as Finding<R>;
}

const unreadable = (actual: string, cause: Told<"value.type">["cause"], place = row(3, "1.4")) =>
  at<"value.type">(place, { rule: "value.type", actual, expected: null, cause });

/** A finding on `tu-ky-2023`, and what is said of it. */
type Sample<R extends RuleId> = readonly [finding: Finding<R>, vietnamese: string, english: string];

/** Findings of every rule, so that each branch of each sentence is told once. */
const samples: { readonly [R in RuleId]: readonly Sample<R>[] } = {
  "value.type": [
    [
      unreadable("khoảng 12", "words", table("satisfaction", "satisfied")),
      'Ô ghi "khoảng 12", không phải là số. Chỉ ghi số.',
      'The cell says "khoảng 12", which is no number. Write numbers only.',
    ],
    [
      unreadable("khoảng 12", "words"),
      'Ô ghi "khoảng 12", không phải là số. Chỉ ghi số; lời giải thích để ở cột Ghi chú.',
      'The cell says "khoảng 12", which is no number. Write numbers only; explanations go to the column of notes.',
    ],
    [
      unreadable("12\n13", "lines"),
      'Ô có nhiều dòng: "12 ⏎ 13". Chỉ ghi một số trong một ô; lời giải thích để ở cột Ghi chú.',
      'The cell has several lines: "12 ⏎ 13". Write one number in a cell; explanations go to the column of notes.',
    ],
    [
      unreadable("12345678901234567", "too-long"),
      "Ô ghi 12345678901234567, dài quá 15 chữ số nên không giữ được đúng. Kiểm tra lại số.",
      "The cell holds 12345678901234567: more than 15 digits are not kept exactly. Check the number.",
    ],
    [
      unreadable("Có lẽ", "choice", row(1, "5.2")),
      'Ô ghi "Có lẽ" nhưng chỉ được chọn: 0 (Trực tuyến), 1 (Phát phiếu), 2 (Kết hợp). Ghi một trong các số này.',
      'The cell says "Có lẽ", but the choices are: 0 ("Trực tuyến"), 1 ("Phát phiếu"), 2 ("Kết hợp"). Write one of these numbers.',
    ],
    [
      unreadable("#DIV/0!", "cell-error"),
      "Ô báo lỗi #DIV/0!. Kiểm tra công thức trong ô, hoặc gõ số trực tiếp.",
      "The cell shows the error #DIV/0!. Check its formula, or type the number.",
    ],
    [
      unreadable("01/02/2023", "date"),
      "Ô đang là ngày 01/02/2023: số vừa gõ đã bị tự đổi thành ngày. Đổi định dạng ô về Số (Number) rồi gõ lại.",
      "The cell holds the day 01/02/2023: what was typed has been made a date. Format the cell as Number and type it again.",
    ],
    [
      unreadable("88%", "percent"),
      "Ô ghi 88% nhưng dòng này không phải tỷ lệ. Đổi định dạng ô về Số (Number) rồi gõ lại.",
      'The cell says "88%", but this row is no rate. Format the cell as Number and type it again.',
    ],
    [
      unreadable("TRUE", "boolean"),
      "Ô ghi TRUE, không phải là số. Gõ lại số liệu.",
      "The cell says TRUE, which is no number. Type the number again.",
    ],
    [
      unreadable("hôm qua", "words", table("documents", "date")),
      'Ô ghi "hôm qua", không phải là ngày. Ghi ngày/tháng/năm, ví dụ 14/6/2023.',
      'The cell says "hôm qua", which is no date. Write day/month/year, for example 14/6/2023.',
    ],
    [
      unreadable(`${"dài ".repeat(40)}`, "words"),
      'Ô ghi "dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài …", không phải là số. Chỉ ghi số; lời giải thích để ở cột Ghi chú.',
      'The cell says "dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài dài …", which is no number. Write numbers only; explanations go to the column of notes.',
    ],
  ],
  "value.ambiguous": [
    [
      at(row(3, "1.4"), { rule: "value.ambiguous", actual: "3.000", expected: 3000, alternative: 3 }),
      '"3.000": có thể hiểu là 3000 (ba nghìn) hoặc 3. Đang tạm hiểu là 3000; gõ lại số không có dấu chấm, dấu phẩy ngăn nghìn để khỏi nhầm.',
      '"3.000" can be read as 3000 (three thousand) or 3. It is taken for 3000 for now; type the number again without marks between thousands.',
    ],
    [
      at(row(3, "1.4"), { rule: "value.ambiguous", actual: "1,234", expected: 1.234, alternative: 1234 }),
      '"1,234": có thể hiểu là 1,234 hoặc 1234 (một nghìn hai trăm ba mươi tư). Đang tạm hiểu là 1,234; gõ lại số không có dấu chấm, dấu phẩy ngăn nghìn để khỏi nhầm.',
      '"1,234" can be read as 1.234 or 1234 (one thousand two hundred thirty-four). It is taken for 1.234 for now; type the number again without marks between thousands.',
    ],
  ],
  "value.text-number": [
    [
      at(row(3, "1.4"), { rule: "value.text-number", actual: "1 234", expected: 1234 }),
      'Ô ghi "1 234" dưới dạng chữ, đang được hiểu là số 1.234. Gõ lại thành số để công thức tính được.',
      'The cell holds "1 234" as text; it is read as 1,234. Type it again as a number, so that formulas can work with it.',
    ],
  ],
  "value.negative": [
    [
      found("value.negative", { "3/1.4": -2 }),
      "Ô ghi -2, là số âm. Số liệu này không thể nhỏ hơn 0. Kiểm tra lại.",
      "The cell holds -2, a negative number. This cannot be below 0; check it.",
    ],
  ],
  "value.integer": [
    [
      at(table("satisfaction", "satisfied"), { rule: "value.integer", actual: 2.5, expected: null }),
      "Ô ghi 2,5 nhưng cột này đếm số lượng. Ghi số nguyên, không có phần thập phân.",
      "The cell holds 2.5, but this column counts things. Write a whole number.",
    ],
    [
      found("value.integer", { "3/1.4": 2.5 }),
      "Ô ghi 2,5 nhưng dòng này đếm số lượng. Ghi số nguyên, không có phần thập phân.",
      "The cell holds 2.5, but this row counts things. Write a whole number.",
    ],
  ],
  "value.percent-range": [
    [
      at(row(3, "3.3"), { rule: "value.percent-range", actual: 922, expected: null, limit: 100 }),
      "Tỷ lệ ghi 922 nằm ngoài khoảng 0 đến 100. Ô này ghi số phần trăm, không ghi số lượng: nếu vừa ghi số lượng thì chuyển sang đúng dòng, rồi ghi lại tỷ lệ.",
      "The rate of 922 is not between 0 and 100. This cell holds a per cent, not a count: move a count to its own row and write the rate here.",
    ],
    [
      at(row(3, "3.3"), { rule: "value.percent-range", actual: -1, expected: null, limit: 0 }),
      "Tỷ lệ ghi -1 nằm ngoài khoảng 0 đến 100. Ghi lại tỷ lệ, chỉ ghi số.",
      "The rate of -1 is not between 0 and 100. Write the rate again, as a number only.",
    ],
  ],
  "value.fraction": [
    [
      at(row(7, "3"), { rule: "value.fraction", actual: 0.88, expected: 88 }),
      "Tỷ lệ ghi 0,88, tức là 0,88%. Nếu là 88% thì ghi 88; nếu đúng là 0,88% thì giữ nguyên.",
      "The rate says 0.88, which means 0.88%. If it is 88%, write 88; if 0.88% is right, leave it.",
    ],
  ],
  "value.unit": [
    [
      at(row(6, "1.1"), {
        ...{ rule: "value.unit", actual: 3, expected: 3000, unit: "Triệu đồng", likely: "Tỷ đồng" },
      }),
      "Ô ghi 3 triệu đồng, nhỏ bất thường đối với cấp xã. Có thể số này tính bằng tỷ đồng: khi đó ghi 3.000. Kiểm tra lại đơn vị tính.",
      'The cell holds 3 "triệu đồng", less than is likely for a commune. The number may be in "tỷ đồng": then write 3,000. Check the unit.',
    ],
    [
      at(row(6, "1.1"), {
        rule: "value.unit",
        actual: 3000000000,
        expected: 3000,
        unit: "triệu đồng",
        likely: "đồng",
      }),
      "Ô ghi 3.000.000.000 triệu đồng, lớn bất thường đối với cấp xã. Có thể số này tính bằng đồng: khi đó ghi 3.000. Kiểm tra lại đơn vị tính.",
      'The cell holds 3,000,000,000 "triệu đồng", more than is likely for a commune. The number may be in "đồng": then write 3,000. Check the unit.',
    ],
    [
      at(table("budget", "estimate"), {
        rule: "value.unit",
        actual: 1030997000000,
        expected: null,
        unit: "đồng",
        likely: null,
      }),
      "Ô ghi 1.030.997.000.000 đồng, lớn bất thường đối với cấp xã. Có thể thừa số 0: kiểm tra lại; nếu đúng thì giữ nguyên.",
      'The cell holds 1,030,997,000,000 "đồng", more than is likely for a commune. There may be zeros too many: check; if it is right, leave it.',
    ],
  ],
  "value.choice": [
    [
      at(row(1, "5.2"), { rule: "value.choice", actual: 7, expected: null }),
      "Ô ghi 7 nhưng chỉ được chọn: 0 (Trực tuyến), 1 (Phát phiếu), 2 (Kết hợp). Ghi một trong các số này.",
      'The cell holds 7, but the choices are: 0 ("Trực tuyến"), 1 ("Phát phiếu"), 2 ("Kết hợp"). Write one of these numbers.',
    ],
    [
      at(table("documents", "type"), { rule: "value.choice", actual: "Ghi chép", expected: null }),
      'Ô ghi "Ghi chép", không có trong danh sách của cột "Loại văn bản" (gồm: Nghị quyết; Quyết định; Chỉ thị; Kết luận; Kế hoạch; Chương trình; Đề án; Phương án; …). Chọn trong danh sách; nếu đúng như vậy thì giữ nguyên.',
      'The cell says "Ghi chép", which is not in the list of column "Loại văn bản" ("Nghị quyết"; "Quyết định"; "Chỉ thị"; "Kết luận"; "Kế hoạch"; "Chương trình"; "Đề án"; "Phương án"; …). Choose from the list; if it is right, leave it.',
    ],
  ],
  "value.missing": [
    [
      at(table("documents", "date"), { rule: "value.missing", ...none }),
      'Chưa điền cột "Ngày ban hành" của dòng này. Điền cho đủ.',
      'Column "Ngày ban hành" is blank in this row. Fill it in.',
    ],
    [
      at(row(1, "5.2"), { rule: "value.missing", ...none }),
      "Chưa chọn. Ghi một trong các số: 0 (Trực tuyến), 1 (Phát phiếu), 2 (Kết hợp).",
      'Nothing chosen. Write one of the numbers: 0 ("Trực tuyến"), 1 ("Phát phiếu"), 2 ("Kết hợp").',
    ],
    [
      at(row(7, "3"), { rule: "value.missing", ...none }),
      "Chưa điền tỷ lệ. Ghi số phần trăm từ 0 đến 100, không cần dấu %.",
      "The rate is blank. Write a per cent from 0 to 100, without the sign %.",
    ],
    [
      at(row(3, "1.4"), { rule: "value.missing", ...none }),
      "Chưa điền. Nếu không phát sinh thì ghi 0.",
      "Blank. Where there were none, write 0.",
    ],
    [
      at(table("documents", "number"), { rule: "value.missing", ...none }),
      'Chưa điền cột "Số" của dòng này. Chỉ ghi số, ví dụ 409.',
      'Column "Số" is blank in this row. Fill it in.',
    ],
    [
      at(table("dossiers-by-field", "received-total"), { rule: "value.missing", actual: null, expected: 15 }),
      'Cột "Số lượng hồ sơ tiếp nhận: Tổng số" để trống trong khi tính từ các cột bên cạnh được 15. Sao chép công thức từ dòng trên xuống.',
      'Column "Số lượng hồ sơ tiếp nhận: Tổng số" is blank, while the columns beside it give 15. Copy the formula from the row above.',
    ],
  ],
  "value.heading": [
    [
      at(row(3, "3"), { rule: "value.heading", actual: "12\nhồ sơ", expected: null }),
      'Dòng này là tên nhóm, không có đơn vị tính, nhưng ô kết quả ghi "12 ⏎ hồ sơ". Chuyển số xuống dòng chi tiết hoặc xóa đi.',
      'This row is the name of a group and has no unit, but its cell holds "12 ⏎ hồ sơ". Move the number to a row below, or clear it.',
    ],
  ],
  "value.duplicate": [
    [
      at(table("documents", "number"), {
        rule: "value.duplicate",
        actual: "Kế hoạch số 13/KH-UBND",
        expected: null,
        other: { row: 7, name: "Kế hoạch số 13/KH-UBND ngày 14/02/2023" },
        issuers: null,
      }),
      "Kế hoạch số 13/KH-UBND trùng số với Kế hoạch số 13/KH-UBND ngày 14/02/2023 ở dòng 7. Hai văn bản cùng loại trong một năm không thể cùng số. Kiểm tra lại số.",
      '"Kế hoạch số 13/KH-UBND" has the same number as "Kế hoạch số 13/KH-UBND ngày 14/02/2023" in row 7. No two documents of one kind have the same number in a year; check it.',
    ],
    [
      at(table("documents", "issuer"), {
        rule: "value.duplicate",
        actual: "Công văn số 271/UBND-NV ngày 13/3/2023",
        expected: null,
        other: { row: 7, name: "Công văn số 271/UBND-NV ngày 13/3/2023" },
        issuers: { own: "", other: "UBND huyện Tứ Kỳ" },
      }),
      'Công văn số 271/UBND-NV ngày 13/3/2023 ở dòng này để trống cơ quan ban hành, ở dòng 7 ghi cơ quan ban hành là "UBND huyện Tứ Kỳ". Cùng loại, số, ký hiệu và ngày thì thường là một văn bản. Kiểm tra lại cơ quan ban hành.',
      '"Công văn số 271/UBND-NV ngày 13/3/2023" names no issuer here, and is issued by "UBND huyện Tứ Kỳ" in row 7. The same kind, number, symbol and day usually mean one document; check who issued it.',
    ],
  ],
  "value.order": [
    [
      at(table("documents", "number"), {
        rule: "value.order",
        actual: "Kế hoạch số 13/KH-UBND ngày 14/02/2023",
        expected: null,
        before: "số 12 ngày 20/02/2023",
        after: "số 14 ngày 21/02/2023",
      }),
      "Kế hoạch số 13/KH-UBND ngày 14/02/2023 không theo thứ tự số và ngày: liền trước là số 12 ngày 20/02/2023, liền sau là số 14 ngày 21/02/2023. Kiểm tra lại số hoặc ngày.",
      '"Kế hoạch số 13/KH-UBND ngày 14/02/2023" is out of the order of numbers and dates: the one before is "số 12 ngày 20/02/2023", the one after is "số 14 ngày 21/02/2023". Check its number or date.',
    ],
  ],
  "row.total": [
    [
      at(table("dossiers-by-field", "field"), {
        rule: "row.total",
        actual: "Toàn xã",
        expected: null,
        rows: 5,
        named: true,
      }),
      'Dòng "Toàn xã" là dòng tổng của 5 dòng khác nhưng nằm giữa các dòng số liệu, nên bị cộng hai lần. Xóa dòng này; dòng tổng cộng ở cuối phụ biểu tự tính.',
      'The row "Toàn xã" is the total of 5 others but stands among them, so that it is counted again. Delete it; the total row at the end of the table works itself out.',
    ],
    [
      at(table("dossiers-by-field", "field"), {
        rule: "row.total",
        actual: "Lĩnh vực khác",
        expected: null,
        rows: 3,
        named: false,
      }),
      'Mọi cột của dòng "Lĩnh vực khác" đúng bằng tổng 3 dòng khác. Thường đó là dòng tổng, nên bị cộng hai lần: xóa dòng này, dòng tổng cộng ở cuối phụ biểu tự tính. Nếu số liệu đúng là như vậy thì giữ nguyên.',
      'Every column of the row "Lĩnh vực khác" is just what the 3 others make together. Usually that is a total, which is then counted again: delete it, the total row at the end of the table works itself out. Leave it if the numbers are right.',
    ],
  ],
  "row.repeated": [
    [
      at(table("dossiers-by-field", "field"), {
        rule: "row.repeated",
        actual: "Chứng thực",
        expected: null,
        other: 2,
      }),
      'Dòng "Chứng thực" giống hệt dòng 2, nên bị cộng hai lần. Xóa một dòng hoặc sửa lại cho đúng.',
      'The row "Chứng thực" says just what row 2 says, so that it is counted twice. Delete one or correct it.',
    ],
  ],
  "value.far": [
    [
      at(table("documents", "number"), {
        rule: "value.far",
        actual: "Công văn số 1409",
        expected: null,
        next: "140",
      }),
      "Công văn số 1409 có số cách xa các văn bản cùng loại (số lớn nhất còn lại là 140). Kiểm tra xem có gõ thừa chữ số không.",
      'The number of "Công văn số 1409" is far from the other documents of its kind (the largest of the others is 140). See whether a digit too many was typed.',
    ],
  ],
  "value.weekend": [
    [
      at(table("documents", "date"), {
        rule: "value.weekend",
        actual: "18/02/2023",
        expected: null,
        day: "saturday",
      }),
      "Ngày 18/02/2023 là thứ Bảy. Kiểm tra lại ngày ban hành; nếu đúng thì giữ nguyên.",
      "18/02/2023 is a Saturday. Check the day of issue; if it is right, leave it.",
    ],
    [
      at(table("documents", "date"), {
        rule: "value.weekend",
        actual: "19/02/2023",
        expected: null,
        day: "sunday",
      }),
      "Ngày 19/02/2023 là Chủ nhật. Kiểm tra lại ngày ban hành; nếu đúng thì giữ nguyên.",
      "19/02/2023 is a Sunday. Check the day of issue; if it is right, leave it.",
    ],
  ],
  "value.year": [
    [
      at(table("documents", "subject"), { rule: "value.year", actual: "2022", expected: "2023" }),
      "Trích yếu nói đến năm 2022 nhưng văn bản ban hành năm 2023. Kiểm tra lại trích yếu hoặc ngày.",
      "The subject speaks of 2022, but the document was issued in 2023. Check the subject or the date.",
    ],
  ],
  "ratio.mismatch": [
    [
      at(row(3, "3.3"), {
        rule: "ratio.mismatch",
        actual: 98.17,
        expected: 98.16,
        quotient: { reduction: false, numerator: 905, denominator: 922 },
      }),
      "Tỷ lệ ghi 98,17 nhưng 905 / 922 = 98,16%. Sửa tỷ lệ hoặc hai số thành phần.",
      "The rate says 98.17, but 905 / 922 = 98.16%. Correct the rate or the two numbers that it is made from.",
    ],
    [
      at(row(4, "1"), {
        rule: "ratio.mismatch",
        actual: 10,
        expected: 20,
        quotient: { reduction: true, numerator: 8, denominator: 10 },
      }),
      "Tỷ lệ ghi 10 nhưng (10 - 8) / 10 = 20%. Sửa tỷ lệ hoặc hai số thành phần.",
      "The rate says 10, but (10 - 8) / 10 = 20%. Correct the rate or the two numbers that it is made from.",
    ],
  ],
  "ratio.undefined": [
    [
      at(row(3, "3.3"), {
        rule: "ratio.undefined",
        actual: 50,
        expected: null,
        quotient: { reduction: false, numerator: 1, denominator: 0 },
      }),
      "Tỷ lệ ghi 50 nhưng mẫu số bằng 0, không tính được tỷ lệ. Sửa mẫu số, hoặc để trống tỷ lệ.",
      "The rate says 50, but its denominator is 0, so there is no rate. Correct the denominator, or leave the rate blank.",
    ],
    [
      at(row(3, "3.3"), {
        rule: "ratio.undefined",
        actual: 50,
        expected: null,
        quotient: { reduction: false, numerator: 1, denominator: null },
      }),
      "Tỷ lệ ghi 50 nhưng mẫu số để trống, không tính được tỷ lệ. Điền mẫu số, hoặc để trống tỷ lệ.",
      "The rate says 50, but its denominator is blank, so there is no rate. Fill in the denominator, or leave the rate blank.",
    ],
  ],
  "ratio.missing": [
    [
      at(row(3, "3.3"), {
        rule: "ratio.missing",
        actual: null,
        expected: 98.16,
        quotient: { reduction: false, numerator: 905, denominator: 922 },
      }),
      "Tỷ lệ để trống trong khi đã có đủ hai số thành phần: 905 / 922 = 98,16%. Ghi 98,16.",
      "The rate is blank, while both its numbers are there: 905 / 922 = 98.16%. Write 98.16.",
    ],
  ],
  "total.mismatch": [
    [
      at(row(3, "1.4"), {
        rule: "total.mismatch",
        actual: 139,
        expected: 157,
        made: { kind: "sum", terms: [{ cell: rowCell(3, "1.4.3"), value: 157 }] },
      }),
      "Tổng ghi 139 nhưng dòng 1.4.3 ghi 157. Sửa tổng hoặc dòng thành phần.",
      "The total says 139, but row 1.4.3 says 157. Correct the total or the rows that make it.",
    ],
    [
      at(row(3, "1.4"), {
        rule: "total.mismatch",
        actual: 139,
        expected: 157,
        made: {
          kind: "sum",
          terms: [
            { cell: rowCell(3, "1.4.1"), value: null },
            { cell: rowCell(3, "1.4.3"), value: 157 },
          ],
        },
      }),
      "Tổng ghi 139 nhưng dòng 1.4.1 + 1.4.3: 0 + 157 = 157. Sửa tổng hoặc dòng thành phần.",
      "The total says 139, but rows 1.4.1 + 1.4.3: 0 + 157 = 157. Correct the total or the rows that make it.",
    ],
    [
      at(table("dossiers-by-field", "received-total"), {
        rule: "total.mismatch",
        actual: 20,
        expected: 15,
        made: { kind: "difference", from: 20, minus: [5] },
      }),
      'Cột "Số lượng hồ sơ tiếp nhận: Tổng số" ghi 20 nhưng 20 - 5 = 15. Sửa số này hoặc các cột thành phần.',
      'Column "Số lượng hồ sơ tiếp nhận: Tổng số" says 20, but 20 - 5 = 15. Correct this number or the columns that it is made from.',
    ],
    [
      at(table("dossiers-by-field", "received-total", null), {
        rule: "total.mismatch",
        actual: 1500,
        expected: 1507,
        made: { kind: "rows", terms: [1000, 507] },
      }),
      'Dòng tổng cộng ghi 1.500 ở cột "Số lượng hồ sơ tiếp nhận: Tổng số" nhưng cộng các dòng được 1.000 + 507 = 1.507, chênh 7. Sửa dòng tổng cộng hoặc số của từng dòng.',
      'The total row says 1,500 in column "Số lượng hồ sơ tiếp nhận: Tổng số", but the rows add up to 1,000 + 507 = 1,507, 7 apart. Correct the total row or the rows.',
    ],
  ],
  "part.exceeds": [
    [
      at(row(3, "1.4.3"), {
        rule: "part.exceeds",
        actual: 157,
        expected: 139,
        against: { kind: "whole", whole: rowCell(3, "1.4") },
      }),
      "Ô ghi 157, lớn hơn 139 ở dòng 1.4. Số thành phần không thể lớn hơn tổng. Kiểm tra cả hai ô.",
      "The cell holds 157, more than the 139 in row 1.4. A part cannot be more than its whole; check both.",
    ],
    [
      at(row(7, "6.6.1"), {
        rule: "part.exceeds",
        actual: 157,
        expected: 139,
        against: { kind: "whole", whole: rowCell(3, "1.4") },
      }),
      "Ô ghi 157, lớn hơn 139 ở dòng 1.4 của biểu mẫu 3. Số thành phần không thể lớn hơn tổng. Kiểm tra cả hai ô.",
      "The cell holds 157, more than the 139 in row 1.4 of form 3. A part cannot be more than its whole; check both.",
    ],
    [
      at(row(1, "4.1"), {
        rule: "part.exceeds",
        actual: 10,
        expected: 11,
        against: {
          kind: "parts",
          terms: [
            { cell: rowCell(1, "4.2"), value: 9 },
            { cell: rowCell(1, "4.3"), value: 2 },
          ],
        },
      }),
      "Tổng ghi 10, nhỏ hơn dòng 4.2 + 4.3: 9 + 2 = 11. Sửa tổng hoặc dòng thành phần.",
      "The total says 10, less than rows 4.2 + 4.3: 9 + 2 = 11. Correct the total or the rows that make it.",
    ],
    [
      at(table("dossiers-by-field", "progress-late"), {
        rule: "part.exceeds",
        actual: 5,
        expected: 2,
        against: {
          kind: "whole",
          whole: { kind: "column", table: "dossiers-by-field", column: "progress-total" },
        },
      }),
      'Cột "Số lượng hồ sơ đang giải quyết: Quá hạn" ghi 5, lớn hơn 2 ở cột "Số lượng hồ sơ đang giải quyết: Tổng số". Số thành phần không thể lớn hơn tổng. Kiểm tra cả hai ô.',
      'Column "Số lượng hồ sơ đang giải quyết: Quá hạn" says 5, more than the 2 in column "Số lượng hồ sơ đang giải quyết: Tổng số". A part cannot be more than its whole; check both.',
    ],
    [
      at(table("online-services", "level-3-used"), {
        rule: "part.exceeds",
        actual: 16,
        expected: 15,
        against: { kind: "whole", whole: { kind: "column", table: "online-services", column: "dossiers-3" } },
      }),
      'Cột "Số DVC TT MĐ 3 phát sinh HS" ghi 16, lớn hơn 15 ở cột "Tổng HS cả trực tiếp và online MĐ 3". Mỗi dịch vụ có ít nhất một hồ sơ. Kiểm tra cả hai ô.',
      'Column "Số DVC TT MĐ 3 phát sinh HS" says 16, more than the 15 in column "Tổng HS cả trực tiếp và online MĐ 3". Each "dịch vụ" has at least one "hồ sơ"; check both.',
    ],
  ],
  "cross.mismatch": [
    [
      at(row(1, "1"), {
        rule: "cross.mismatch",
        actual: 25,
        expected: 24,
        by: {
          kind: "table",
          table: "documents",
          columns: ["subject"],
          from: { countInWindow: "date" },
        },
      }),
      'Ô ghi 25 nhưng số dòng có ghi cột "Trích yếu nội dung" và có ngày trong kỳ số liệu của trang tính "Văn bản đã ban hành" là 24. Hai chỗ phải khớp nhau: sửa biểu mẫu hoặc sửa phụ biểu.',
      'The cell holds 25, but the number of rows with column "Trích yếu nội dung" filled in and a day in the data window of the sheet "Văn bản đã ban hành" is 24. The two must agree: correct the form or the table.',
    ],
    [
      at(row(4, "2.1"), {
        rule: "cross.mismatch",
        actual: 25,
        expected: 22,
        by: {
          kind: "table",
          table: "staff",
          columns: ["assigned"],
          from: { rows: ["Cán bộ", "Công chức"] },
        },
      }),
      'Ô ghi 25 nhưng tổng cột "Số được giao" ở các dòng "Cán bộ" và "Công chức" của trang tính "Đội ngũ cán bộ, công chức" là 22. Hai chỗ phải khớp nhau: sửa biểu mẫu hoặc sửa phụ biểu.',
      'The cell holds 25, but the total of column "Số được giao" in rows "Cán bộ" and "Công chức" of the sheet "Đội ngũ cán bộ, công chức" is 22. The two must agree: correct the form or the table.',
    ],
    [
      at(row(1, "5"), {
        rule: "cross.mismatch",
        actual: 1,
        expected: 0,
        by: {
          kind: "relation",
          name: "survey-has-sheets",
          operator: "implies",
          left: [{ cell: rowCell(1, "5"), value: 1 }],
          right: [{ cell: rowCell(1, "5.1"), value: 0 }],
          says: "Có khảo sát thì thường có phiếu.",
        },
      }),
      "Ô ghi 1, nhưng dòng 5.1 ghi 0. Có khảo sát thì thường có phiếu. Kiểm tra lại các ô này.",
      "The cell holds 1, but row 5.1 says 0. A survey usually has answer sheets. Check these cells.",
    ],
    [
      at(row(1, "5"), {
        rule: "cross.mismatch",
        actual: 1,
        expected: null,
        by: {
          kind: "relation",
          name: "both",
          operator: "both-or-neither",
          left: [{ cell: rowCell(1, "5"), value: 1 }],
          right: [{ cell: rowCell(1, "5.1"), value: null }],
          says: "Có khảo sát thì thường có phiếu.",
        },
      }),
      "Ô ghi 1, nhưng dòng 5.1 để trống. Có khảo sát thì thường có phiếu. Kiểm tra lại các ô này.",
      "The cell holds 1, but row 5.1 is blank. A survey usually has answer sheets. Check these cells.",
    ],
    [
      at(row(3, "3.2"), {
        rule: "cross.mismatch",
        actual: 922,
        expected: 944,
        by: {
          kind: "table",
          table: "dossiers-by-field",
          columns: ["received-online", "received-direct"],
          from: "total",
        },
      }),
      'Ô ghi 922 nhưng tổng các cột "Số lượng hồ sơ tiếp nhận: Trong kỳ, Trực tuyến" và "Số lượng hồ sơ tiếp nhận: Trong kỳ, Trực tiếp, dịch vụ bưu chính" của trang tính "Hồ sơ theo lĩnh vực" là 944. Hai chỗ phải khớp nhau: sửa biểu mẫu hoặc sửa phụ biểu.',
      'The cell holds 922, but the total of columns "Số lượng hồ sơ tiếp nhận: Trong kỳ, Trực tuyến" and "Số lượng hồ sơ tiếp nhận: Trong kỳ, Trực tiếp, dịch vụ bưu chính" of the sheet "Hồ sơ theo lĩnh vực" is 944. The two must agree: correct the form or the table.',
    ],
    [
      at(table("online-services", "dossiers-4-online"), {
        rule: "cross.mismatch",
        actual: 922,
        expected: 944,
        by: { kind: "table", table: "dossiers-by-field", columns: ["received-online"], from: "total" },
      }),
      'Cột "Tổng số HS online MĐ 4" cộng lại được 922 nhưng tổng cột "Số lượng hồ sơ tiếp nhận: Trong kỳ, Trực tuyến" của trang tính "Hồ sơ theo lĩnh vực" là 944. Hai phụ biểu phải khớp nhau. Kiểm tra lại.',
      'Column "Tổng số HS online MĐ 4" adds up to 922, but the total of column "Số lượng hồ sơ tiếp nhận: Trong kỳ, Trực tuyến" of the sheet "Hồ sơ theo lĩnh vực" is 944. The two tables must agree; check them.',
    ],
    [
      at(table("task-progress", "completion"), {
        rule: "cross.mismatch",
        actual: 90,
        expected: 100,
        by: {
          kind: "words",
          name: "done",
          says: 'Cột "Đã thực hiện" ghi việc đã hoàn thành, nên tỷ lệ hoàn thành phải là 100%.',
        },
      }),
      'Cột "Tỷ lệ hoàn thành nhiệm vụ" ghi 90. Cột "Đã thực hiện" ghi việc đã hoàn thành, nên tỷ lệ hoàn thành phải là 100%. Kiểm tra lại dòng này.',
      'Column "Tỷ lệ hoàn thành nhiệm vụ" says 90. The column "Đã thực hiện" says that the task is done, so the rate must be 100%. Check this row.',
    ],
    [
      at(table("task-progress", "completion"), {
        rule: "cross.mismatch",
        actual: null,
        expected: null,
        by: { kind: "words", name: "told", says: "Tỉnh yêu cầu ghi tỷ lệ." },
      }),
      'Cột "Tỷ lệ hoàn thành nhiệm vụ" để trống. Tỉnh yêu cầu ghi tỷ lệ. Kiểm tra lại dòng này.',
      'Column "Tỷ lệ hoàn thành nhiệm vụ" is blank. The rule says: "Tỉnh yêu cầu ghi tỷ lệ". Check this row.',
    ],
    [
      at(row(7, "6.4.1"), {
        rule: "cross.mismatch",
        actual: 112,
        expected: 20,
        by: {
          kind: "relation",
          name: "online-within",
          operator: "<=",
          left: [
            { cell: rowCell(7, "6.4.1"), value: 68 },
            { cell: rowCell(7, "6.5.1"), value: 44 },
          ],
          right: [{ cell: rowCell(3, "1.4"), value: 20 }],
          says: "TTHC cung cấp trực tuyến là một phần của tổng số TTHC thuộc thẩm quyền giải quyết.",
        },
      }),
      "Cộng dòng 6.4.1 và dòng 6.5.1: 68 + 44 = 112, lớn hơn 20 ở dòng 1.4 của biểu mẫu 3. TTHC cung cấp trực tuyến là một phần của tổng số TTHC thuộc thẩm quyền giải quyết. Kiểm tra lại các ô này.",
      "Row 6.4.1 and row 6.5.1 together: 68 + 44 = 112, more than 20 in row 1.4 of form 3. Procedures offered online are part of all that the commune handles. Check these cells.",
    ],
    [
      at(row(1, "5"), {
        rule: "cross.mismatch",
        actual: 0,
        expected: 12,
        by: {
          kind: "relation",
          name: "survey",
          operator: "never-both",
          left: [{ cell: rowCell(1, "5"), value: 0 }],
          right: [{ cell: { kind: "total", table: "satisfaction", columns: ["total"] }, value: 12 }],
          says: "Không khảo sát thì không có phiếu khảo sát.",
        },
      }),
      'Ô ghi 0, trong khi có 12 ở cột "Tổng số phiếu" của trang tính "Mức độ hài lòng". Không khảo sát thì không có phiếu khảo sát. Kiểm tra lại các ô này.',
      'The cell holds 0, while there is 12 in column "Tổng số phiếu" of the sheet "Mức độ hài lòng". Without a survey there are no answer sheets. Check these cells.',
    ],
    [
      at(row(7, "6.6.1"), {
        rule: "cross.mismatch",
        actual: 12,
        expected: 100,
        by: {
          kind: "relation",
          name: "limit",
          operator: "=",
          left: [{ cell: rowCell(7, "6.6.1"), value: 12 }],
          right: [{ cell: { kind: "number" }, value: 100 }],
          says: "Không khảo sát thì không có phiếu khảo sát.",
        },
      }),
      "Ô ghi 12, khác 100. Không khảo sát thì không có phiếu khảo sát. Kiểm tra lại các ô này.",
      "The cell holds 12, other than 100. Without a survey there are no answer sheets. Check these cells.",
    ],
  ],
  "period.decrease": [
    [
      at(row(3, "1.2"), { rule: "period.decrease", actual: 5, expected: 8, counts: "since-new-year" }),
      "Số lũy kế ghi 5, nhỏ hơn 8 của kỳ trước trong cùng năm. Số lũy kế không thể giảm. Kiểm tra lại.",
      "The number since New Year is 5, less than the 8 of the earlier period of the same year. It cannot fall; check it.",
    ],
    [
      at(row(3, "1.2"), { rule: "period.decrease", actual: 5, expected: 8, counts: "in-window" }),
      "Ô ghi 5, nhỏ hơn 8 đã báo cáo cho một kỳ nằm trong kỳ này. Kỳ này gồm cả kỳ đó nên không thể ít hơn. Kiểm tra lại.",
      "The cell holds 5, less than the 8 reported for a period inside this one. This period contains that one, so it cannot have less; check it.",
    ],
  ],
  "period.outlier": [
    [
      at(row(3, "1.2"), {
        rule: "period.outlier",
        actual: 1200,
        expected: null,
        earlier: 12,
        against: "earlier",
      }),
      "Ô ghi 1.200, chênh lệch lớn so với 12 của kỳ trước. Kiểm tra xem có gõ thừa hoặc thiếu chữ số không.",
      "The cell holds 1,200, far from the 12 of the earlier period. See whether a digit is missing or one too many.",
    ],
    [
      at(row(3, "1.2"), {
        rule: "period.outlier",
        actual: 1200,
        expected: null,
        earlier: 12,
        against: "last-year",
      }),
      "Ô ghi 1.200, chênh lệch lớn so với 12 của cùng kỳ năm trước. Kiểm tra xem có gõ thừa hoặc thiếu chữ số không.",
      "The cell holds 1,200, far from the 12 of the same period of the year before. See whether a digit is missing or one too many.",
    ],
  ],
  "period.window": [
    [
      at(table("documents", "date"), {
        rule: "period.window",
        actual: "14/06/2022",
        expected: "01/01/2023 - 14/06/2023",
      }),
      "Ngày 14/06/2022 nằm ngoài kỳ số liệu 01/01/2023 - 14/06/2023. Kiểm tra lại ngày; văn bản ngoài kỳ thì không ghi vào danh mục này.",
      "The day 14/06/2022 lies outside the days of the report, 01/01/2023 - 14/06/2023. Check it; a document outside them does not belong in this list.",
    ],
  ],
  "info.missing": [
    [
      at(info("guidance"), { rule: "info.missing", ...none }),
      'Chưa điền mục "Văn bản hướng dẫn báo cáo" ở trang tính "Thông tin chung". Ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành, trích yếu.',
      '"Văn bản hướng dẫn báo cáo" on the sheet "Thông tin chung" is blank. Fill it in.',
    ],
  ],
  "info.unreadable": [
    [
      at(info("year"), { rule: "info.unreadable", ...none }),
      'Không đọc được nội dung ghi ở mục "Năm" của trang tính "Thông tin chung". Ghi lại cho đúng. Ví dụ: 2023.',
      'What "Năm" on the sheet "Thông tin chung" says cannot be read. Choose or type it again.',
    ],
  ],
  "info.window": [
    [
      at(info("to"), {
        rule: "info.window",
        actual: "14/6/2023",
        expected: "1/7/2023",
        against: "first-day",
      }),
      "Số liệu tính đến ngày 14/6/2023, trước cả ngày bắt đầu 1/7/2023. Sửa lại hai ngày.",
      "The data run to 14/6/2023, before their first day 1/7/2023. Correct the two days.",
    ],
    [
      at(info("to"), { rule: "info.window", actual: "14/6/2023", expected: "2022", against: "year" }),
      "Số liệu tính đến ngày 14/6/2023, không thuộc năm báo cáo 2022. Sửa ngày hoặc sửa năm.",
      "The data run to 14/6/2023, which is not in the report's year 2022. Correct the day or the year.",
    ],
    [
      at(info("to"), { rule: "info.window", actual: "9/6/2023", expected: "14/9/2023", against: "period" }),
      "Số liệu tính đến ngày 9/6/2023, trong khi kỳ này thường chốt khoảng 14/9/2023. Sửa ngày hoặc kỳ báo cáo.",
      "The data run to 9/6/2023, while this period usually closes around 14/9/2023. Correct the day or the period.",
    ],
  ],
  "info.date": [
    [
      at(info("date"), { rule: "info.date", actual: "1/5/2023", expected: "14/6/2023" }),
      "Ngày ban hành 1/5/2023 sớm hơn ngày chốt số liệu 14/6/2023. Kiểm tra lại ngày.",
      "The day of issue 1/5/2023 is earlier than the closing day 14/6/2023. Check it.",
    ],
  ],
  "layout.sheet-missing": [
    [
      at(sheet("Biểu mẫu 3"), { rule: "layout.sheet-missing", ...none, adopted: false }),
      'Không tìm thấy trang tính "Biểu mẫu 3". Sang bước "Chèn biểu mẫu", bấm "Thêm phần còn thiếu"; các trang tính khác giữ nguyên.',
      'The sheet "Biểu mẫu 3" is missing. In the step "Insert forms" choose "Add what is missing"; the other sheets stay as they are.',
    ],
    [
      at(sheet("Biểu mẫu 3"), { rule: "layout.sheet-missing", ...none, adopted: true }),
      'Tệp này chưa ghi nhớ vị trí ô nào của "Biểu mẫu 3". Nếu biểu mẫu có ở một trang tính khác, nhận diện lại rồi xác nhận các dòng chưa chắc; nếu đơn vị không lập biểu mẫu này thì bỏ qua.',
      'The workbook remembers the place of no cell of "Biểu mẫu 3" yet. If the form stands on another sheet, recognise it again and confirm the doubtful rows; if your office does not make this form, leave it.',
    ],
  ],
  "layout.values-beside": [
    [
      at(sheet("Biểu mẫu 3"), { rule: "layout.values-beside", ...none, by: "column", found: "E9" }),
      "Các ô kết quả của biểu mẫu đều trống, trong khi ô E9 ngay bên cạnh có số. Số liệu có thể đã dán lệch một cột: chuyển về đúng cột kết quả.",
      "All result cells of this form are blank, while cell E9 beside them holds a number. The numbers may have been pasted one column off: move them to the result column.",
    ],
    [
      at(sheet("Biểu mẫu 3"), { rule: "layout.values-beside", ...none, by: "row", found: "D60" }),
      "Số liệu ở ô D60 lệch một dòng so với biểu mẫu: ô đầu hoặc ô cuối trống, còn ngoài biểu mẫu có số. Số liệu có thể đã dán lệch: chuyển về đúng dòng.",
      "The numbers at cell D60 are one row off: the first or last cell is blank, and there are numbers outside the form. They may have been pasted wrongly: move them to their rows.",
    ],
  ],
  "layout.form-blank": [
    [
      at(sheet("Biểu mẫu 3"), { rule: "layout.form-blank", ...none, earlier: 29 }),
      "Biểu mẫu này chưa có số liệu nào, trong khi kỳ trước có 29 ô. Điền số liệu; nếu vừa bị xóa nhầm thì hoàn tác (Ctrl+Z) hoặc chép lại từ tệp đã lưu.",
      "This form holds no number, while the earlier period had 29 cells filled. Fill it in; if it was cleared by mistake, undo (Ctrl+Z) or copy it from a saved file.",
    ],
  ],
  "layout.form-copied": [
    [
      at(sheet("Biểu mẫu 3"), { rule: "layout.form-copied", ...none, same: 5 }),
      "Mọi số phát sinh trong kỳ của biểu mẫu này (5 ô) giống hệt kỳ trước. Có thể còn giữ số liệu cũ: kiểm tra và điền số liệu kỳ này.",
      "All that this form counts in the period (5 cells) is exactly as in the earlier period. Perhaps the old numbers are still there: check them and fill in this period's.",
    ],
  ],
  "layout.cell-missing": [
    [
      at(row(3, "1.4"), { rule: "layout.cell-missing", ...none, sheet: "Biểu mẫu 3", adopted: false }),
      'Không tìm thấy ô kết quả của dòng 1.4 (Tổng số TTHC thuộc thẩm quyền giải quyết ...) ở trang tính "Biểu mẫu 3". Có thể dòng đã bị xóa: sang bước "Chèn biểu mẫu", bấm "Thêm phần còn thiếu".',
      'The result cell of row 1.4 ("Tổng số TTHC thuộc thẩm quyền giải quyết ...") on the sheet "Biểu mẫu 3" cannot be found. The row may have been deleted: in the step "Insert forms" choose "Add what is missing".',
    ],
    [
      at(row(3, "1.4"), { rule: "layout.cell-missing", ...none, sheet: "BM3", adopted: true }),
      'Tệp này chưa ghi nhớ vị trí ô kết quả của dòng 1.4 (Tổng số TTHC thuộc thẩm quyền giải quyết ...). Nếu dòng này có ở trang tính "BM3", nhận diện lại rồi xác nhận ô của dòng; nếu biểu mẫu của đơn vị không có dòng này thì bỏ qua.',
      'The workbook does not remember the result cell of row 1.4 ("Tổng số TTHC thuộc thẩm quyền giải quyết ...") yet. If the row stands on the sheet "BM3", recognise the forms again and confirm its cell; if your office\'s form has no such row, leave it.',
    ],
    [
      at(table("documents", "number", null), {
        rule: "layout.cell-missing",
        ...none,
        sheet: "Văn bản đã ban hành",
        adopted: false,
      }),
      'Không tìm thấy cột "Số" của phụ biểu "Văn bản đã ban hành". Có thể cột đã bị xóa hoặc đổi tiêu đề; ghi lại tiêu đề cột như cũ.',
      'Column "Số" of the table "Văn bản đã ban hành" cannot be found. It may have been deleted or its header changed; write the header as it was.',
    ],
  ],
  "layout.name-lost": [
    [
      at(row(3, "1.4"), { rule: "layout.name-lost", ...none }),
      'Tệp không còn ghi nhớ vị trí ô của dòng 1.4 (Tổng số TTHC thuộc thẩm quyền giải quyết ...); đang nhận ra theo số thứ tự. Sang bước "Chèn biểu mẫu", bấm "Thêm phần còn thiếu" để ghi nhớ lại; số liệu giữ nguyên.',
      'The workbook no longer remembers the cell of row 1.4 ("Tổng số TTHC thuộc thẩm quyền giải quyết ..."); its number tells. In the step "Insert forms" choose "Add what is missing"; the numbers stay.',
    ],
    [
      at(table("documents", null, null), { rule: "layout.name-lost", ...none }),
      'Tệp không còn ghi nhớ vị trí phụ biểu "Văn bản đã ban hành"; đang nhận ra theo tiêu đề cột. Giữ nguyên tên trang tính và dòng tiêu đề, hoặc chèn lại phụ biểu.',
      'The workbook no longer remembers where the table "Văn bản đã ban hành" is; its headers tell. Keep the sheet\'s name and the header row, or insert the table again.',
    ],
  ],
  "layout.moved": [
    [
      at(row(3, "1.4"), { rule: "layout.moved", ...none, found: "1.3" }),
      'Ô kết quả của dòng 1.4 (Tổng số TTHC thuộc thẩm quyền giải quyết ...) đang nằm ở dòng có số thứ tự "1.3". Chuyển số liệu về đúng dòng.',
      'The result cell of row 1.4 ("Tổng số TTHC thuộc thẩm quyền giải quyết ...") stands in the row numbered "1.3". Move the numbers to their own row.',
    ],
  ],
  "layout.relabelled": [
    [
      at(row(3, "1.4"), { rule: "layout.relabelled", ...none, found: "Tên mới" }),
      'Nội dung của dòng 1.4 (Tổng số TTHC thuộc thẩm quyền giải quyết ...) đã đổi thành "Tên mới". Kiểm tra lại; số liệu vẫn được tính cho dòng này như bản in.',
      'The label of row 1.4 ("Tổng số TTHC thuộc thẩm quyền giải quyết ...") was changed to "Tên mới". Check it; its number still counts for the row as printed.',
    ],
  ],
  "layout.duplicated": [
    [
      at(row(3, "1.4"), { rule: "layout.duplicated", ...none, found: "1.5" }),
      "Dòng 1.4 (Tổng số TTHC thuộc thẩm quyền giải quyết ...) và dòng 1.5 cùng chỉ về một ô. Xóa dòng bị sao chép hoặc chèn lại biểu mẫu.",
      'Row 1.4 ("Tổng số TTHC thuộc thẩm quyền giải quyết ...") and row "1.5" mean one and the same cell. Delete the copied row, or insert the form again.',
    ],
  ],
};

/** All of them, in that order. */
export const allSamples: readonly Sample<RuleId>[] = Object.values(samples).flat();
