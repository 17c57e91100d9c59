import { describe, expect, it, jest } from "@jest/globals";
import { faultOf, NoAnswer } from "../../../src/hosts/gsheets/faults.js";
import { type ScriptRun, scriptMessages } from "../../../src/hosts/gsheets/script-run.js";

describe("what Google or our server says, as a sentence", () => {
  it.each<[string, string, string]>([
    ["Exception: Service invoked too many times for one day: read.", "busy", "tạm ngừng"],
    ["Exception: Quá nhiều lần gọi dịch vụ trong một ngày", "busy", "tạm ngừng"],
    ["Exceeded maximum execution time", "busy", "quá chậm"],
    ["Service Spreadsheets timed out while accessing document", "busy", "quá chậm"],
    ["Exception: You are trying to edit a protected cell or object.", "protected", "bảo vệ"],
    ["Exception: You do not have permission to access the requested document.", "read-only", "quyền"],
    ["ScriptError: Authorization is required to perform that action.", "read-only", "Cho phép"],
    [
      "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
      "too-large",
      "quá nhiều ô",
    ],
    ['A sheet with the name "Biểu mẫu 3" already exists.', "name-taken", "trùng"],
    ["NetworkError: Connection failure due to HTTP 0", "session-lost", "mạng"],
    ["Error: CCHC_ERROR[CHANGED]", "busy", "người khác đang sửa"],
    ["Error: CCHC_ERROR[LOCKED]", "busy", "người khác đang sửa"],
    ["Error: CCHC_ERROR[NO_SHEET] Biểu mẫu 3", "not-found", "không còn"],
    ["Error: CCHC_ERROR[HIDDEN_SHEET] Biểu mẫu 3", "not-found", "ẩn"],
    ["Error: CCHC_ERROR[NAME_TAKEN] Biểu mẫu 3", "name-taken", "trùng"],
    ["Error: CCHC_ERROR[OUT_OF_TIME]", "busy", "quá chậm"],
  ])("%s", (text, kind, words) => {
    const fault = faultOf(new Error(text));
    expect([fault.kind, fault.message.includes(words)]).toEqual([kind, true]);
  });

  it("keeps what nobody foresaw, with the advice to try again", () => {
    expect(faultOf(new Error("Exception: Lỗi lạ"))).toEqual({
      kind: "unknown",
      code: "Exception: Lỗi lạ",
      message: "Google báo lỗi: Exception: Lỗi lạ. Bấm Kiểm tra lại; nếu vẫn lỗi, tải lại trang.",
    });
  });

  it("counts a call that never answers as a lost connection", () => {
    expect(faultOf(new NoAnswer())).toMatchObject({ kind: "session-lost", code: "NoAnswer" });
  });
});

describe("google.script.run", () => {
  /** A Google that answers as told. */
  function google(
    answer: (
      call: readonly unknown[],
      handlers: { success(value: never): void; failure(error: unknown): void },
    ) => void,
  ): ScriptRun {
    const runner = (success: (value: never) => void, failure: (error: unknown) => void): ScriptRun => ({
      withSuccessHandler: (handler) => runner(handler, failure),
      withFailureHandler: (handler) => runner(success, handler),
      read: (query) => answer(["read", query], { success, failure }),
      update: (requests, since) => answer(["update", requests, since], { success, failure }),
      stamp: () => answer(["stamp"], { success, failure }),
      select: (cell) => answer(["select", cell], { success, failure }),
    });
    return runner(
      () => undefined,
      () => undefined,
    );
  }

  it("answers a message, or fails with what Google says", async () => {
    const messages = scriptMessages(
      google(([name], { success, failure }) =>
        name === "stamp" ? success({ version: "1", cursor: null } as never) : failure(new Error("no")),
      ),
    );
    await expect(messages.stamp()).resolves.toEqual({ version: "1", cursor: null });
    await expect(messages.read({ kind: "whole" })).rejects.toThrow("no");
  });

  it("gives up a question that nobody answers", async () => {
    jest.useFakeTimers();
    try {
      const asked = scriptMessages(google(() => undefined)).stamp();
      const outcome = expect(asked).rejects.toBeInstanceOf(NoAnswer);
      jest.advanceTimersByTime(30_000);
      await outcome;
    } finally {
      jest.useRealTimers();
    }
  });
});
