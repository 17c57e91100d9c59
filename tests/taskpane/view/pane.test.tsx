/** @jest-environment ./tests/environments/browser.ts */

import { afterEach, describe, expect, it, jest } from "@jest/globals";
import { act } from "react";
import type { Session } from "../../../src/taskpane/session/session.js";
import { openFilled, openWork, type Work } from "../support/work.js";
import { enter, type Screen, showPane } from "./screen.js";

let work: Work;
let screen: Screen;

async function show(opened: Work, step: "check" | "report" | null = null, mac = false): Promise<void> {
  work = opened;
  screen = await showPane({ kind: "work", session: opened.session, step, mac });
}

afterEach(() => {
  screen.close();
  work?.excel.close();
});

const trimmed = (text: string) => text.replace(/\s+/g, " ").trim();

describe("the first step", () => {
  it("says what will be added, inserts it with one button and names the next step", async () => {
    await show(await openWork());
    await screen.until("edition");
    await enter(screen.find("edition"), "hai-duong-2022");
    await enter(screen.find("organization"), "UBND thị trấn Thanh Miện");
    await enter(screen.find("superior"), "UBND huyện Thanh Miện");
    await enter(screen.find("period"), "quarter-3");
    await enter(screen.find("year"), "2023");
    await screen.until("preview");
    await screen.settled();
    expect(screen.text("preview")).toContain(
      "Sẽ thêm 9 trang tính: Thông tin chung, Biểu mẫu 1, Biểu mẫu 2, Biểu mẫu 3, Biểu mẫu 4, Biểu mẫu 5, Biểu mẫu 6, Biểu mẫu 7, Nội dung bổ sung.",
    );
    expect(screen.text("edition-source")).toContain("Theo Công văn số 508/UBND-VP ngày 01/3/2022");
    await screen.press(screen.find("insert"));
    expect(screen.text("inserted")).toContain("Đã thêm 9 trang tính.");
    expect(work.excel.value("Thông tin chung", "B6")).toBe("UBND thị trấn Thanh Miện");
    await screen.press(screen.find("to-check"));
    expect(screen.has("screen-check")).toBe(true);
  });

  it("does not insert while the year is none", async () => {
    await show(await openWork());
    await screen.until("year");
    await enter(screen.find("year"), "202");
    expect(screen.find("insert")).toHaveProperty("disabled", true);
    expect(screen.text("screen-insert")).toContain("Ghi năm có bốn chữ số");
  });

  it("says plainly that nothing is missing, and inserting again changes nothing", async () => {
    await show(await openFilled());
    await screen.press(screen.find("step-insert"));
    await screen.until("preview");
    expect(screen.text("preview")).toContain("Tệp này đã có đủ biểu mẫu");
    await screen.press(screen.find("insert"));
    expect(screen.text("inserted")).toContain("Số liệu đã nhập giữ nguyên.");
    expect(work.excel.value("Biểu mẫu 3", "D10")).toBe(139);
  });

  it("names what stands in the way, and goes on once it is gone", async () => {
    const opened = await openWork();
    opened.excel.officer.addSheet("Biểu mẫu 1");
    opened.excel.officer.type("Biểu mẫu 1", "A1", "Danh sách phát quà");
    await show(opened);
    await screen.until("obstacle");
    expect(screen.text("obstacle")).toContain("Biểu mẫu 1");
    expect(screen.find("insert")).toHaveProperty("disabled", true);
    opened.excel.officer.renameSheet("Biểu mẫu 1", "Quà");
    await screen.press(screen.find("retry"));
    expect(screen.text("preview")).toContain("Sẽ thêm 9 trang tính");
    expect(screen.find("insert")).toHaveProperty("disabled", false);
  });
});

describe("the second step", () => {
  it("lists each finding with its sentence, the most urgent first; choosing it goes to the cell", async () => {
    await show(await openFilled());
    const finding = screen.all("finding").find((row) => row.dataset.rule === "total.mismatch");
    expect(trimmed(finding?.textContent ?? "")).toContain("Tổng ghi 139 nhưng dòng 1.4.3 ghi 157.");
    expect(screen.all("finding").map((row) => row.dataset.rule)).toEqual([
      "part.exceeds",
      "total.mismatch",
      "ratio.mismatch",
      "value.missing",
      "value.text-number",
    ]);
    if (finding !== undefined) await screen.press(finding);
    expect(work.cursor()).toBe("Biểu mẫu 3!D10");
  });

  it("takes a finding away while the officer mends it, and tells the new count politely", async () => {
    await show(await openFilled());
    const errors = () => Number(/\d+/.exec(screen.text("count-error"))?.[0]);
    const before = errors();
    work.excel.officer.type("Biểu mẫu 3", "D10", "157");
    await act(() => work.pauseInTyping());
    expect(errors()).toBe(before - 2);
    expect(screen.find("announcement").getAttribute("role")).toBe("status");
    expect(screen.text("announcement")).toBe("Kiểm tra xong: 2 chỗ cần xem lại, 29 chỗ chưa điền.");
  });

  it("shows one class alone when its counter is pressed, and all again the second time", async () => {
    await show(await openFilled());
    await screen.press(screen.find("count-missing"));
    const rows = [...screen.all("finding-group"), ...screen.all("finding")];
    expect([...new Set(rows.map((row) => row.dataset.rule))].sort()).toEqual([
      "info.missing",
      "value.missing",
    ]);
    expect(screen.find("count-missing").getAttribute("aria-pressed")).toBe("true");
    await screen.press(screen.find("count-missing"));
    expect(screen.all("finding").some((row) => row.dataset.rule === "total.mismatch")).toBe(true);
  });

  it("tells equal findings once, and one by one when asked", async () => {
    await show(await openFilled());
    const blank = (form: string) =>
      screen.all("finding-group").find((row) => trimmed(row.textContent ?? "").startsWith(form));
    expect(trimmed(blank("Biểu mẫu 1")?.textContent ?? "")).toContain("Ô chưa điền: 4 chỗ");
    const blanks = () => screen.all("finding").filter((row) => row.dataset.rule === "value.missing").length;
    const before = blanks();
    await screen.press(blank("Biểu mẫu 1") as HTMLElement);
    expect(blank("Biểu mẫu 1")?.getAttribute("aria-expanded")).toBe("true");
    expect(blanks()).toBe(before + 4);
  });

  it("shows that it follows, since when, and that it was paused", async () => {
    await show(await openFilled());
    expect(trimmed(screen.text("watching"))).toBe("Đang theo dõi");
    expect(screen.find("watching").title).toContain("kiểm tra lúc 14:05");
    await screen.press(screen.find("pause"));
    expect(screen.find("watching").dataset.state).toBe("paused");
    await screen.press(screen.find("resume"));
    expect(screen.find("watching").dataset.state).toBe("live");
  });

  it("shows what went wrong with its code until it is dismissed", async () => {
    await show(await openFilled());
    work.excel.host.beginCellEdit();
    await screen.press(screen.find("check-again"));
    expect(screen.text("trouble")).toContain("Đang gõ dở trong một ô.");
    expect(screen.text("trouble")).toContain("Mã lỗi: InvalidOperationInCellEditMode");
    work.excel.host.endCellEdit();
    await screen.press(screen.find("dismiss-trouble"));
    expect(screen.has("trouble")).toBe(false);
  });

  it("shows what to do where the program fails without an answer", async () => {
    await show(await openFilled());
    jest.spyOn(work.host, "capture").mockRejectedValueOnce(new TypeError("boom"));
    await screen.press(screen.find("check-again"));
    expect(screen.text("trouble")).toContain("Có lỗi bất ngờ khi làm việc với tệp này. Bấm Kiểm tra lại;");
    expect(screen.text("trouble")).toContain("Mã lỗi: TypeError: boom");
  });
});

describe("when the pane cannot work", () => {
  it.each([
    ["no-office", "Chưa kết nối được với Excel"],
    ["not-excel", "Hãy mở ngăn này trong Excel"],
    ["too-old", "Excel trên máy này đã cũ"],
  ] as const)("%s is told with what to do", async (kind, title) => {
    screen = await showPane({ kind });
    const told = screen.find(`trouble-${kind}`);
    expect(told.querySelector("h1")?.textContent).toBe(title);
    expect(told.querySelectorAll("li").length).toBeGreaterThan(1);
  });

  it("a failure of its own leaves a plain sentence and a button, not an empty pane", async () => {
    const silence = jest.spyOn(console, "error").mockImplementation(() => {});
    const broken: Pick<Session, "subscribe" | "state"> = {
      subscribe: () => () => {},
      state: () => {
        throw new Error("boom");
      },
    };
    const session: Session = { ...(await openWork()).session, ...broken };
    screen = await showPane({ kind: "work", session, step: null, mac: false });
    expect(screen.text("trouble-crashed")).toContain("Số liệu trong tệp vẫn còn nguyên");
    expect(screen.text("trouble-crashed")).toContain("Mã lỗi: Error: boom");
    expect(screen.has("reload")).toBe(true);
    silence.mockRestore();
  });
});
