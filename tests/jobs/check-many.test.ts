import { describe, expect, it } from "@jest/globals";
import { check } from "../../src/jobs/check.js";
import { type CheckStep, checkMany } from "../../src/jobs/check-many.js";
import { filledBook, newBook } from "./books.js";
import { failing } from "./failing.js";

async function all<Checked>(
  steps: AsyncIterable<CheckStep<Checked>>,
): Promise<readonly CheckStep<Checked>[]> {
  const told: CheckStep<Checked>[] = [];
  for await (const step of steps) told.push(step);
  return told;
}

describe("checking many workbooks", () => {
  it("checks one after the other, says how far it is, and goes on after one that cannot be used", async () => {
    const steps = await all(
      checkMany(["filled", "lost", "blank"], async (name) => {
        const host = name === "blank" ? await newBook() : await filledBook();
        return check(name === "lost" ? failing(host, { capture: "session-lost" }) : host);
      }),
    );
    expect(
      steps.map((step) =>
        step.kind === "begins"
          ? `${step.number}/${step.of} ${step.name}`
          : step.checked.ok
            ? step.checked.value.kind === "forms" && step.checked.value.judgement.summary.errors
            : step.checked.fault.kind,
      ),
    ).toEqual(["1/3 filled", 2, "2/3 lost", "session-lost", "3/3 blank", 0]);
  });

  it.each([
    [0, [1, 2, 3, 4]],
    [1, [2, 3, 4, 4]],
    [9, [4, 4, 4, 4]],
  ])("begins %i before their turn, and tells them in their order all the same", async (ahead, expected) => {
    const names = ["a", "b", "c", "d"];
    let begun = 0;
    const begunThen: number[] = [];
    const told: string[] = [];
    // The later ones are ready first.
    const check = async (name: string) => {
      begun += 1;
      for (let turn = names.length - names.indexOf(name); turn > 0; turn -= 1) await Promise.resolve();
      return name.toUpperCase();
    };
    for await (const step of checkMany(names, check, ahead)) {
      if (step.kind === "begins") continue;
      told.push(step.checked);
      begunThen.push(begun);
    }
    expect([told, begunThen]).toEqual([["A", "B", "C", "D"], expected]);
  });

  it("throws what a check throws at that workbook's turn, not before", async () => {
    const told: string[] = [];
    const check = async (name: string) => {
      if (name === "b") throw new Error("broken");
      return name;
    };
    const run = async () => {
      for await (const step of checkMany(["a", "b", "c"], check, 2)) told.push(`${step.kind} ${step.name}`);
    };
    await expect(run()).rejects.toThrow("broken");
    expect(told).toEqual(["begins a", "ends a", "begins b"]);
  });
});
