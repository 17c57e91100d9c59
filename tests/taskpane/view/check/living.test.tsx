/** @jest-environment ./tests/environments/browser.ts */

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { act } from "react";
import { openFilled, type Work } from "../../support/work.js";
import { enter, type Screen, showPane } from "../screen.js";

let work: Work;
let screen: Screen;

beforeEach(async () => {
  work = await openFilled();
  screen = await showPane({ kind: "work", session: work.session, step: "check", mac: false });
  await screen.until("finding");
});

afterEach(() => {
  screen.close();
  work.excel.close();
});

const trimmed = (element: HTMLElement) => (element.textContent ?? "").replace(/\s+/g, " ").trim();
const rules = () => screen.all("finding").map((row) => row.dataset.rule);
const row = (rule: string) => {
  const found = screen.all("finding").find((one) => one.dataset.rule === rule);
  if (found === undefined) throw new Error(`no ${rule} among ${rules().join()}`);
  return found;
};
const key = (element: HTMLElement, name: string) => {
  element.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
};

describe("narrowing the list", () => {
  it("shows one form alone, and all again, with its counts", async () => {
    const subjects = () => screen.find("filter-subject") as HTMLSelectElement;
    const offered = [...subjects().options].map(({ text }) => text);
    expect(offered[0]).toBe("Mọi biểu mẫu");
    expect(offered).toContainEqual(expect.stringMatching(/^Biểu mẫu 3 \(\d+\)$/));
    await enter(screen.find("filter-subject"), "form-3");
    expect(new Set(screen.all("finding").map((one) => one.dataset.sheet))).toEqual(new Set(["Biểu mẫu 3"]));
    expect(trimmed(screen.find("count-error"))).toBe("2 lỗi");
    await enter(screen.find("filter-subject"), "form-7");
    expect(subjects().value).toBe("form-7");
    expect(trimmed(screen.find("count-error"))).toBe("0 lỗi");
    await enter(screen.find("filter-subject"), "");
    expect(trimmed(screen.find("count-error"))).toBe("2 lỗi");
  });

  it("is one Tab stop together with the counters; arrow keys reach every button", async () => {
    const tools = screen.find("status-tools");
    const controls = [...tools.querySelectorAll<HTMLElement>("[data-roving]")];
    expect(controls.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    const [first] = controls;
    first?.focus();
    for (let i = 1; i < controls.length; i++) {
      await act(async () => key(document.activeElement as HTMLElement, "ArrowRight"));
    }
    expect(document.activeElement).toBe(controls.at(-1));
    expect(document.activeElement?.getAttribute("data-testid")).toMatch(/^filter-/);
  });
});

describe("a press on another row", () => {
  it("unfolds it when the press ends: before, the row would move away under the mouse", async () => {
    const [first, second] = screen.all("finding");
    if (first === undefined || second === undefined) throw new Error("two findings are needed");
    const actionsBeside = (one: HTMLElement) =>
      one.parentElement?.querySelector('[data-testid="mend-actions"]');
    await act(async () => first.focus());
    expect(actionsBeside(first)).not.toBeNull();
    await act(async () => {
      second.dispatchEvent(new MouseEvent("pointerdown", { bubbles: true }));
      second.focus();
    });
    expect(actionsBeside(first)).not.toBeNull();
    expect(actionsBeside(second)).toBeNull();
    await act(async () => {
      second.dispatchEvent(new MouseEvent("pointerup", { bubbles: true }));
      second.click();
    });
    expect(actionsBeside(first)).toBeNull();
    expect(actionsBeside(second)).not.toBeNull();
  });
});

describe("what is new since the printed check", () => {
  it("is not spoken of before there is one", () => {
    expect(screen.has("filter-new")).toBe(false);
    expect(screen.has("is-new")).toBe(false);
  });

  it("is marked and counted after the sheet was made by one press", async () => {
    await screen.press(screen.find("print-check"));
    await screen.until("printed-check");
    expect(screen.text("printed-check")).toBe(
      "Đã lập trang tính “Phiếu kiểm tra” để in, ký. Lần kiểm tra sau so với phiếu này.",
    );
    expect(work.excel.value("Phiếu kiểm tra", "A3")).toContain("PHIẾU KIỂM TRA");
    expect(work.cursor()).toBe("Phiếu kiểm tra!A1");
    expect(screen.find("filter-new").textContent).toBe("mới 0");
    expect(screen.text("since")).toMatch(/^so với phiếu 11\/9\/2023: còn \d+, đã sửa 0$/);

    await work.type(3, "1.4", "157");
    await work.type(1, "1", "khoảng 25");
    await work.pauseInTyping();
    await screen.settled();
    expect(screen.text("since")).toMatch(/đã sửa [2-9]$/);
    expect(row("value.type").querySelector('[data-testid="is-new"]')?.textContent).toBe("mới");
    await screen.press(screen.find("filter-new"));
    expect(rules()).toContain("value.type");
    expect(screen.all("finding").every((one) => one.querySelector('[data-testid="is-new"]') !== null)).toBe(
      true,
    );
  });
});

describe("a finding that is opened", () => {
  it("says on one press what its rule asks for", async () => {
    await screen.until("why");
    expect(screen.has("help")).toBe(false);
    await screen.press(screen.find("why"));
    expect(screen.find("why").getAttribute("aria-expanded")).toBe("true");
    expect(screen.text("help")).toBe("Không lớn hơn dòng 1.4.");
  });

  it("offers the numbers that make all its rules hold; one press writes them, another takes them back", async () => {
    await act(() => work.pauseInTyping());
    await screen.until("propose");
    expect(screen.all("propose").map(trimmed)).toEqual(["Sửa dòng 1.4.3: 157 → 139", "Sửa ô này: 139 → 157"]);
    const [, here] = screen.all("propose");
    if (here === undefined) throw new Error("nothing is proposed");
    await screen.press(here);
    expect(Number(work.excel.value("Biểu mẫu 3", "D10"))).toBe(157);
    expect(rules()).not.toContain("total.mismatch");
    await screen.press(screen.find("undo"));
    expect(Number(work.excel.value("Biểu mẫu 3", "D10"))).toBe(139);
    expect(rules()).toContain("total.mismatch");
  });

  it("offers to exchange two numbers that changed places, both by one press", async () => {
    await work.type(3, "3.3", "98.16");
    await work.type(3, "3.3.1", "905");
    await work.type(3, "3.3.2", "922");
    // Read first; what has one cause is worked out in the next pause.
    await act(() => work.pauseInTyping());
    await act(() => work.pauseInTyping());
    await screen.until("propose");
    const values = () => ["D18", "D19"].map((cell) => Number(work.excel.value("Biểu mẫu 3", cell)));
    expect(screen.all("propose").map(trimmed)).toEqual(["Đổi chỗ 922 ở ô này ⇄ 905 ở dòng 3.3.1"]);
    expect(values()).toEqual([905, 922]);
    await screen.press(screen.find("propose"));
    expect(values()).toEqual([922, 905]);
    await screen.press(screen.find("undo"));
    expect(values()).toEqual([905, 922]);
  });

  it("offers to put a run of numbers that was typed one row too high back, all by one press", async () => {
    const cells = ["D8", "D9", "D10", "D11"];
    const values = () => cells.map((cell) => work.excel.value("Biểu mẫu 4", cell));
    await work.type(4, "2", "22");
    await work.type(4, "2.1", "21");
    await work.type(4, "2.2", "0");
    await work.type(4, "2.3", "");
    // Read first; what has one cause is worked out in the next pause.
    await act(() => work.pauseInTyping());
    await act(() => work.pauseInTyping());
    const told = screen.all("finding").find(({ dataset }) => dataset.cell === "D11");
    if (told === undefined)
      throw new Error(
        screen
          .all("finding")
          .map((one) => `${one.dataset.rule} ${one.dataset.cell}`)
          .join(),
      );
    await screen.press(told);
    await screen.until("propose");
    expect(screen.all("propose").map(trimmed)).toEqual(["Chuyển 3 số từ dòng 2 đến dòng 2.2 xuống một dòng"]);
    const before = values();
    expect(before.map(Number)).toEqual([22, 21, 0, 0]);
    await screen.press(screen.find("propose"));
    expect(values().map((value) => (value === null ? null : Number(value)))).toEqual([null, 22, 21, 0]);
    await screen.press(screen.find("undo"));
    expect(values()).toEqual(before);
  });

  it("tells what has the same cause beneath, and is explained together with it", async () => {
    expect(rules().slice(0, 2)).toEqual(["part.exceeds", "total.mismatch"]);
    await act(() => work.pauseInTyping());
    await screen.until("same-cause");
    expect(rules().slice(0, 2)).toEqual(["total.mismatch", "ratio.mismatch"]);
    expect(screen.all("same-cause").map(trimmed)).toEqual([
      "Cùng nguyên nhân: Biểu mẫu 3, dòng 1.4.3, ô D11: Ô ghi 157, lớn hơn 139 ở dòng 1.4. Số thành phần không thể lớn hơn tổng. Kiểm tra cả hai ô.",
    ]);
    expect(trimmed(screen.find("count-error"))).toBe("1 lỗi");
    await screen.press(screen.find("explain"));
    await enter(screen.find("reason"), "157 gồm cả thủ tục liên thông");
    await screen.press(screen.find("confirm"));
    await screen.until("toggle-confirmed");
    await screen.settled();
    expect(rules()).not.toContain("total.mismatch");
    expect(rules()).not.toContain("part.exceeds");
    expect(trimmed(screen.find("count-error"))).toBe("0 lỗi");
  });

  it("is confirmed with a reason, comes again when its number changes, and the confirmation is taken back", async () => {
    const confirmed = () => screen.all("confirmed").map(trimmed);
    await enter(screen.find("filter-subject"), "form-7");
    row("ratio.mismatch").focus();
    await screen.settled();
    await screen.press(screen.find("explain"));
    await enter(screen.find("reason"), "Số theo hệ thống của tỉnh");
    await screen.press(screen.find("confirm"));
    await screen.until("toggle-confirmed");
    expect(rules()).not.toContain("ratio.mismatch");
    await screen.press(screen.find("toggle-confirmed"));
    expect(confirmed()).toHaveLength(1);
    expect(confirmed()[0]).toContain("Số theo hệ thống của tỉnh");

    await work.type(7, "6.7", "97");
    await work.pauseInTyping();
    await screen.settled();
    row("ratio.mismatch").focus();
    await screen.settled();
    expect(screen.text("mend-actions")).toContain("Đã xác nhận trước đây (Số theo hệ thống của tỉnh)");

    await work.type(7, "6.7", "98,17");
    await work.pauseInTyping();
    await screen.settled();
    expect(rules()).not.toContain("ratio.mismatch");
    if (screen.all("confirmed").length === 0) await screen.press(screen.find("toggle-confirmed"));
    await screen.press(screen.find("unconfirm"));
    expect(rules()).toContain("ratio.mismatch");
  });
});
