import { describe, expect, it } from "@jest/globals";
import { type CheckStep, checkMany } from "../../src/jobs/check-many.js";
import { filledBook, newBook } from "./books.js";
import { failing } from "./failing.js";

type Fault = { readonly message: string };

describe("checking many workbooks", () => {
  it("opens one after the other, says how far it is, and goes on after one that cannot be used", async () => {
    const opened: string[] = [];
    const open = async (name: string) => {
      opened.push(name);
      if (name === "missing") return { ok: false, fault: { message: "không có tệp" } } as const;
      const value = name === "blank" ? await newBook() : await filledBook();
      return {
        ok: true,
        value: name === "lost" ? failing(value, { capture: "session-lost" }) : value,
      } as const;
    };
    const names = ["filled", "missing", "lost", "blank"];
    const steps: CheckStep<Fault>[] = [];
    for await (const step of checkMany<Fault>(names, open)) {
      steps.push(step);
      if (step.kind === "begins") expect(opened).toEqual(names.slice(0, step.number - 1));
    }
    expect(
      steps.map((step) =>
        step.kind === "begins"
          ? `${step.number}/${step.of} ${step.name}`
          : step.outcome.ok
            ? step.outcome.value.kind === "forms" && step.outcome.value.judgement.summary.errors
            : step.outcome.fault.message,
      ),
    ).toEqual([
      "1/4 filled",
      2,
      "2/4 missing",
      "không có tệp",
      "3/4 lost",
      "Lỗi session-lost.",
      "4/4 blank",
      0,
    ]);
  });
});
