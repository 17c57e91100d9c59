import { describe, expect, it } from "@jest/globals";
import { faultOf } from "../../../src/hosts/excel/faults.js";

const error = (code: string | number) => Object.assign(new Error("Sorry"), { code });

describe("an error of Office.js becomes a sentence", () => {
  it.each([
    ["InvalidOperationInCellEditMode", "cell-being-edited"],
    ["AccessDenied", "protected"],
    ["InvalidOrTimedOutSession", "session-lost"],
    ["ConnectionFailure", "session-lost"],
    ["Timeout", "session-lost"],
    ["ItemNotFound", "not-found"],
    ["InvalidReference", "not-found"],
    ["ApiNotFound", "unsupported"],
    ["RequestPayloadSizeLimitExceeded", "too-large"],
    ["ResponsePayloadSizeLimitExceeded", "too-large"],
    ["ActivityLimitReached", "busy"],
    ["InactiveWorkbook", "busy"],
    ["ItemAlreadyExists", "name-taken"],
    ["GeneralException", "unknown"],
  ])("%s is %s, and the code is kept for the log", (code, kind) => {
    const fault = faultOf(error(code));
    expect(fault).toMatchObject({ kind, code });
    expect(fault.message).toMatch(/^\p{Lu}.+\.$/u);
    expect(fault.message).toBe(fault.message.normalize("NFC"));
  });

  it("numbers of the host are known as well", () => {
    expect(faultOf(error(5012))).toMatchObject({ kind: "session-lost", code: "5012" });
  });

  it("a refusal in a read-only workbook says so", () => {
    expect(faultOf(error("AccessDenied"), true).kind).toBe("read-only");
    expect(faultOf(error("ItemNotFound"), true).kind).toBe("not-found");
  });

  it("an unknown code stands in the sentence, for whoever is called to help", () => {
    expect(faultOf(error("DirtySupportingFormula")).message).toBe(
      "Excel báo lỗi DirtySupportingFormula. Thử lại; nếu vẫn lỗi, lưu tệp, đóng Excel rồi mở lại.",
    );
  });

  it.each([
    [new TypeError("x"), "TypeError"],
    ["text", "Unknown"],
    [null, "Unknown"],
  ])("anything else is unknown: %s", (thrown, code) => {
    expect(faultOf(thrown)).toMatchObject({ kind: "unknown", code });
  });
});
