import { describe, expect, test } from "@jest/globals";
import { narrate, narrateCells, printed, quarterOne } from "./reports.js";

describe("zero, one and many", () => {
  test.each([
    [
      { "3/3.3.1": 0, "3/3.3.2": 0, "3/3.3": 0 },
      ["- Trong quý I năm 2024, chưa có hồ sơ TTHC được giải quyết xong tại UBND xã."],
    ],
    [
      { "3/3.3.1": 1, "3/3.3.2": 1, "3/3.3": 100 },
      [
        "- Trong quý I năm 2024, UBND xã đã giải quyết xong 01 hồ sơ TTHC, trong đó giải quyết đúng hạn 01/01 hồ sơ, đạt 100%; không có hồ sơ giải quyết quá hạn.",
      ],
    ],
    [
      { "3/3.3.1": 1234, "3/3.3.2": 1229, "3/3.3": "99,594" },
      [
        "- Trong quý I năm 2024, UBND xã đã giải quyết xong 1.234 hồ sơ TTHC, trong đó giải quyết đúng hạn 1.229/1.234 hồ sơ, đạt 99,59%; có 05 hồ sơ giải quyết quá hạn.",
      ],
    ],
  ])("dossiers resolved: %o", (values, lines) => {
    expect(printed(narrateCells(values), "dossiers")).toEqual(lines);
  });

  test.each([
    [
      { "3/3.4.1": 0, "3/3.4.2": 0, "3/3.4": 0 },
      "không nhận được phản ánh, kiến nghị của cá nhân, tổ chức về quy định TTHC.",
    ],
    [
      { "3/3.4.1": 2, "3/3.4.2": 0, "3/3.4": 0 },
      "tiếp nhận 02 phản ánh, kiến nghị về quy định TTHC; đến nay chưa giải quyết xong.",
    ],
    [
      { "3/3.4.1": 12, "3/3.4.2": 9, "3/3.4": 75 },
      "tiếp nhận 12 phản ánh, kiến nghị về quy định TTHC; đã giải quyết xong 09/12 phản ánh, kiến nghị, đạt 75%.",
    ],
  ])("petitions: %o", (values, ending) => {
    expect(printed(narrateCells(values), "petitions")).toEqual([`- Trong kỳ, UBND xã ${ending}`]);
  });

  test.each([
    [
      { "1/2.1": 25, "1/2.2": 0, "1/2": 0 },
      "đề ra 25 nhiệm vụ; tính đến ngày 09/3/2024 chưa có nhiệm vụ nào hoàn thành.",
    ],
    [
      { "1/2.1": 25, "1/2.2": 25, "1/2": 100 },
      "đề ra 25 nhiệm vụ; tính đến ngày 09/3/2024 đã hoàn thành toàn bộ 25/25 nhiệm vụ, đạt 100%.",
    ],
    [{ "1/2.1": 25, "1/2.2": 8 }, "đề ra 25 nhiệm vụ; tính đến ngày 09/3/2024 đã hoàn thành 08/25 nhiệm vụ."],
    [{ "1/2.1": 25 }, "đề ra 25 nhiệm vụ."],
    [{ "1/2.1": 0, "1/2.2": 0, "1/2": 0 }, "không đề ra nhiệm vụ cụ thể."],
  ])("tasks of the plan: %o", (values, ending) => {
    expect(printed(narrateCells(values), "plan")).toEqual([`- Kế hoạch CCHC năm 2024 của UBND xã ${ending}`]);
  });

  test("a task given, not yet due, is what remains of all that were given", () => {
    const values = { "1/4.1": 62, "1/4.2": 55, "1/4.3": 3, "1/4.4": 1 };
    expect(printed(narrateCells(values), "assigned")).toEqual([
      "- Trong quý I năm 2024, UBND xã được UBND huyện, Chủ tịch UBND huyện giao 62 nhiệm vụ; đã hoàn thành đúng hạn 55/62 nhiệm vụ. Có 03 nhiệm vụ đã hoàn thành nhưng quá hạn và 01 nhiệm vụ quá hạn chưa hoàn thành. Còn 03 nhiệm vụ đang thực hiện, trong hạn.",
    ]);
  });
});

describe("results reach, shares make up", () => {
  test("`chiếm` for the files received online, `đạt` for the services offered", () => {
    const values = {
      "7/6.7.1": 300,
      "7/6.7.2": 45,
      "7/6.7": 15,
      "7/6.4.1": 68,
      "7/6.4.2": 66,
      "7/6.4": "97,06",
      "7/6.4.3": 0,
    };
    expect(printed(narrateCells(values), "online")).toEqual([
      "- Về dịch vụ công trực tuyến một phần: đang cung cấp 66/68 TTHC đủ điều kiện, đạt 97,06%; chưa có TTHC phát sinh hồ sơ nộp trực tuyến.",
      "- Đối với các TTHC trực tuyến có phát sinh hồ sơ, UBND xã đã tiếp nhận 300 hồ sơ (cả trực tiếp và trực tuyến), trong đó tiếp nhận trực tuyến 45 hồ sơ, chiếm 15%.",
    ]);
  });

  test.each([
    ["98.17", "905 hồ sơ, chiếm 98,16%"],
    ["98.16", "905 hồ sơ, chiếm 98,16%"],
    ["98,15", "905 hồ sơ, chiếm 98,15%"],
    ["98,2", "905 hồ sơ, chiếm 98,2%"],
    ["98", "905 hồ sơ, chiếm 98%"],
  ])("a share stated as %s agrees with the fraction beside it", (stated, ending) => {
    const values = { "7/6.7.1": 922, "7/6.7.2": 905, "7/6.7": stated };
    expect(printed(narrateCells(values), "online").join()).toContain(ending);
  });
});

describe("choices become words", () => {
  test.each([
    [0, "bằng hình thức trực tuyến, với 922 phiếu khảo sát."],
    [1, "bằng hình thức phát phiếu, với 922 phiếu khảo sát."],
    [2, "bằng hình thức kết hợp trực tuyến và phát phiếu, với 922 phiếu khảo sát."],
  ])("form of the survey %i", (method, ending) => {
    const values = { "1/5": 1, "1/5.1": 922, "1/5.2": method };
    expect(printed(narrateCells(values), "survey")).toEqual([
      `- UBND xã đã tổ chức khảo sát sự hài lòng của người dân, tổ chức ${ending}`,
    ]);
  });

  test("a number that is no choice says nothing", () => {
    const narrative = narrateCells({ "1/6": 7 });
    expect(printed(narrative, "survey")).toEqual([]);
    expect(narrative.missing).toContainEqual({
      kind: "facts",
      section: "survey",
      indicators: [{ form: 1, code: "6" }],
    });
  });
});

describe("money", () => {
  test("the unit is the form's: tỷ đồng at Tứ Kỳ", () => {
    const values = { "6/1.1": "3,5", "6/1.2": "2,25", "6/1": "64,29" };
    expect(printed(narrateCells(values), "finance")[0]).toBe(
      "- Kế hoạch vốn đầu tư công được giao là 3,5 tỷ đồng; tính đến ngày 09/3/2024 đã giải ngân 2,25 tỷ đồng, đạt 64,29% kế hoạch.",
    );
  });

  test("no plan, no ratio", () => {
    expect(printed(narrateCells({ "6/1.1": 0, "6/1.2": 0, "6/1": 0 }), "finance")[0]).toBe(
      "- UBND xã không được giao kế hoạch vốn đầu tư công trong năm 2024.",
    );
  });
});

describe("one outline, two editions", () => {
  test("row 3.1 of form 1 counts organizations in one edition and departments in the other", () => {
    expect(printed(narrateCells({ "1/3.1": 3, "1/3.2": 12 }), "inspection")).toEqual([
      "- Trong quý I năm 2024, UBND xã đã kiểm tra công tác CCHC đối với 03 tổ chức và 12 cá nhân.",
    ]);
    expect(
      printed(narrate(quarterOne({ "1/3.1": 3, "1/3.2": 12 }, {}, "hai-duong-2022")), "inspection"),
    ).toEqual([
      "- Trong quý I năm 2024, đã kiểm tra công tác CCHC tại 03 phòng chuyên môn và 12 UBND cấp xã.",
    ]);
  });

  test("discipline stands in row 3 of one and row 4 of the other", () => {
    const line =
      "- Trong kỳ có 02 trường hợp bị kỷ luật (cả về Đảng và chính quyền); lãnh đạo cấp xã: 01 người; công chức: 01 người.";
    expect(printed(narrateCells({ "5/3": 2, "5/3.1": 1, "5/3.2": 1 }), "civil-service")).toEqual([line]);
    const values = { "5/4": 2, "5/4.3": 1, "5/4.4": 1 };
    expect(printed(narrate(quarterOne(values, {}, "hai-duong-2022")), "civil-service")).toEqual([line]);
  });
});

describe("missing facts", () => {
  test("an ambiguous number is told in its preferred reading", () => {
    expect(printed(narrateCells({ "1/1": "3.000" }), "management")).toEqual([
      "- Trong quý I năm 2024, UBND xã đã ban hành 3.000 văn bản chỉ đạo, quán triệt công tác CCHC.",
    ]);
  });

  test("a cell that cannot be read counts as blank", () => {
    const narrative = narrateCells({ "1/1": "25 văn bản" });
    expect(printed(narrative, "management")).toEqual([]);
    expect(narrative.missing).toContainEqual({
      kind: "facts",
      section: "management",
      indicators: [{ form: 1, code: "1" }],
    });
  });

  test.each([
    ["0/0", { "1/3.1": 2, "1/3.2": 5, "1/3.3.1": 0, "1/3.3.2": 0, "1/3.3": 0 }],
    ["a stated ratio over 0", { "1/3.1": 2, "1/3.2": 5, "1/3.3.1": 0, "1/3.3.2": 0, "1/3.3": 95 }],
  ])("no ratio is told of %s", (_, values) => {
    expect(printed(narrateCells(values), "inspection")).toEqual([
      "- Trong quý I năm 2024, UBND xã đã kiểm tra công tác CCHC đối với 02 tổ chức và 05 cá nhân. Qua kiểm tra không phát hiện vấn đề phải xử lý.",
    ]);
  });

  test("an empty report keeps the prescribed headings, numbered, and says no number", () => {
    const narrative = narrateCells(
      {},
      { year: null, period: null, organization: "", superior: "", to: null },
    );
    const level = (wanted: number) =>
      narrative.sections.filter((section) => section.level === wanted).map(({ number }) => number);
    expect(level(1)).toEqual(["I", "II", "III", "IV", "V"]);
    expect(level(2)).toEqual(["1", "2", "3", "4", "5", "1", "2", "3", "4", "5", "6", "1", "2", "3"]);
    expect(level(3)).toEqual([
      "2.1",
      "2.2",
      "2.3",
      "2.4",
      "2.5",
      "2.6",
      "2.7",
      "6.1",
      "6.2",
      "6.3",
      "6.4",
      "6.5",
    ]);
    const runs = narrative.sections.flatMap((section) => section.paragraphs).flatMap((one) => one.runs);
    expect(runs.filter(({ text }) => /\d/.test(text))).toEqual([]);
  });
});
