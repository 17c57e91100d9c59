import { describe, expect, it } from "@jest/globals";
import { NoAnswer } from "../../../src/hosts/gsheets/faults.js";
import type { HostFault } from "../../../src/hosts/port.js";
import { formsPlan } from "../plans.js";
import { valueOfResult } from "../results.js";
import { type LocalSheets, openOverApi, openOverScript } from "./local.js";

/**
 * What happens to a spreadsheet with form 3 and a number in it, before forms 1 and 3 are inserted again.
 * After each the number is there, no sheet and no name of ours stands twice, and a refusal is one sentence.
 */
const FORM = "Biểu mẫu 3";
const PLAN = formsPlan(1, 3);

interface Case {
  readonly what: string;
  readonly act: (local: LocalSheets) => void;
  /** The fault of the first insertion; null when it succeeds. */
  readonly fault: HostFault["kind"] | null;
  /** Whether form 3 is another sheet's name now. */
  readonly sheet?: string;
  /** What lets a refused insertion succeed. */
  readonly mend?: (local: LocalSheets) => void;
  readonly lost?: true;
}

const failing = (error: Error) => (local: LocalSheets) => {
  local.beforeUpdate = () => {
    local.beforeUpdate = () => {};
    throw error;
  };
};

const CASES: readonly Case[] = [
  {
    what: "our sheet is renamed",
    act: ({ officer }) => officer.renameSheet(FORM, "TTHC"),
    fault: null,
    sheet: "TTHC",
  },
  { what: "our sheet is moved", act: ({ officer }) => officer.moveSheet(FORM, 1), fault: null },
  { what: "our sheet is hidden", act: ({ officer }) => officer.setVisibility(FORM, "Hidden"), fault: null },
  { what: "our sheet is deleted", act: ({ officer }) => officer.deleteSheet(FORM), fault: null, lost: true },
  {
    what: "our sheet is protected, and a printed word is gone from it",
    act: ({ coauthor }) => {
      coauthor.clear(FORM, "B7");
      coauthor.protectSheet(FORM);
    },
    fault: "protected",
    mend: ({ coauthor }) => coauthor.unprotectSheet(FORM),
  },
  {
    what: "our names are gone",
    act: ({ book }) => {
      book.grid.names = [];
    },
    fault: null,
  },
  { what: "rows are inserted above", act: ({ officer }) => officer.insertRows(FORM, 1, 3), fault: null },
  {
    what: "somebody's sheet has the name of one of ours",
    act: ({ coauthor }) => {
      coauthor.addSheet("Biểu mẫu 1");
      for (const cell of ["A1", "A2", "A3"]) coauthor.type("Biểu mẫu 1", cell, "Họ và tên");
    },
    fault: "name-taken",
    mend: ({ coauthor }) => coauthor.renameSheet("Biểu mẫu 1", "Danh sách"),
  },
  {
    what: "another person types while we insert",
    act: (local) => {
      local.beforeUpdate = () => {
        local.beforeUpdate = () => {};
        local.coauthor.type("Sheet1", "A1", "đang sửa");
      };
    },
    fault: null,
  },
  {
    what: "the call fails",
    act: failing(new Error("Exception: Service error: Spreadsheets")),
    fault: "unknown",
  },
  { what: "the call is never answered", act: failing(new NoAnswer()), fault: "session-lost" },
  {
    what: "Google stops the script",
    act: failing(new Error("Exceeded maximum execution time")),
    fault: "busy",
  },
  {
    what: "a quota refuses the call",
    act: failing(new Error("Exception: Service invoked too many times for one day: spreadsheets.")),
    fault: "busy",
  },
  {
    what: "there is no network",
    act: failing(new Error("NetworkError: Connection failure due to HTTP 0")),
    fault: "session-lost",
  },
];

/** The number that was typed, wherever its sheet and row are now. */
function typedNumbers({ book }: LocalSheets): readonly unknown[] {
  return book.grid.sheets.flatMap((sheet) =>
    [...sheet.cells.values()].flatMap(({ content }) =>
      content?.kind === "constant" && content.value === 922 ? [sheet.name] : [],
    ),
  );
}

function doubles(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

describe.each([
  ["by our server", openOverScript],
  ["by Google's API", openOverApi],
])("nothing is lost or doubled %s", (_way, open) => {
  it.each(CASES)("when $what", async ({ act, fault, sheet = FORM, mend, lost }) => {
    const local = open();
    valueOfResult(await local.host.apply(formsPlan(3)));
    local.officer.type(FORM, "D6", "922");
    valueOfResult(await local.host.capture());
    act(local);
    const first = await local.host.apply(PLAN);
    if (fault === null) expect(first).toMatchObject({ ok: true });
    else {
      expect(first).toMatchObject({ ok: false, fault: { kind: fault } });
      expect(first.ok ? "" : first.fault.message).toMatch(/^\p{Lu}.{20,}\.$/u);
      mend?.(local);
      expect(await local.host.apply(PLAN)).toMatchObject({ ok: true });
    }
    expect(typedNumbers(local)).toEqual(lost === true ? [] : [sheet]);
    expect(doubles(local.book.grid.sheets.map(({ name }) => name.toLowerCase()))).toEqual([]);
    expect(doubles(local.book.grid.names.map(({ name }) => name.toLowerCase()))).toEqual([]);
    const again = valueOfResult(await local.host.apply(PLAN));
    expect([again.addedSheets, again.addedNames]).toEqual([[], []]);
  });

  it("when the answer to an insertion that was done is lost on its way", async () => {
    const local = open();
    local.afterUpdate = () => {
      local.afterUpdate = () => {};
      throw new NoAnswer();
    };
    expect(await local.host.apply(PLAN)).toMatchObject({ ok: false, fault: { kind: "session-lost" } });
    expect(valueOfResult(await local.host.apply(PLAN)).addedSheets).toEqual([]);
    expect(doubles(local.book.grid.sheets.map(({ name }) => name))).toEqual([]);
  });
});
