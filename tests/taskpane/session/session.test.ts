import { afterEach, describe, expect, it } from "@jest/globals";
import { countFindings } from "../../../src/jobs/group-findings.js";
import { planReport } from "../../../src/jobs/insert.js";
import type { Session } from "../../../src/taskpane/session/session.js";
import { openFilled, openWithForms, openWork, type Work } from "../support/work.js";

/** The findings with their cells: `total.mismatch 3/1.4`. */
function findings(session: Session): readonly string[] {
  return judgementOf(session).findings.map(({ rule, place }) =>
    place.kind === "indicator" ? `${rule} ${place.form}/${place.code}` : rule,
  );
}

function judgementOf(session: Session) {
  const { book } = session.state();
  if (book.kind !== "forms") throw new Error(`the workbook is ${book.kind}`);
  return book.judgement;
}

function reinsert(session: Session): Promise<void> {
  const { report } = judgementOf(session);
  return session.insert(planReport(report.edition, report.info));
}

let work: Work;
afterEach(() => work.excel.close());

describe("opening the pane", () => {
  it("goes to the first step where there are no forms, whatever the ribbon asked for", async () => {
    work = await openWork();
    await work.session.open("report");
    expect(work.session.state()).toMatchObject({
      phase: "ready",
      step: "insert",
      watching: "live",
      trouble: null,
    });
    expect(work.session.state().book.kind).toBe("empty");
  });

  it("goes to the check where there are forms, or to the step that the ribbon asked for", async () => {
    const first = await openFilled();
    work = await openWork({ grid: first.excel.grid });
    await work.session.open(null);
    expect(work.session.state().step).toBe("check");
    expect(judgementOf(work.session).report.info.organization).toBe("UBND thị trấn Thanh Miện");
    const third = await openWork({ grid: first.excel.grid });
    await third.session.open("report");
    expect(third.session.state().step).toBe("report");
    for (const pane of [first, third]) pane.excel.close();
  });

  it("loses nothing by being closed: a new pane finds exactly what the old one showed", async () => {
    const first = await openFilled();
    work = await openWork({ grid: first.excel.grid });
    await work.session.open(null);
    expect(findings(work.session)).toEqual(findings(first.session));
    first.excel.close();
  });

  it("names an edition that this version does not have", async () => {
    work = await openWithForms();
    await work.typeInfo("edition", "tinh-khac-2030");
    await work.pauseInTyping();
    expect(work.session.state().book).toMatchObject({ kind: "foreign", edition: "tinh-khac-2030" });
  });
});

describe("following the sheets", () => {
  it("shows a slip after a pause in typing, in one round trip, and takes it away when it is mended", async () => {
    work = await openFilled();
    expect(findings(work.session)).toContain("total.mismatch 3/1.4");
    work.excel.officer.type("Biểu mẫu 3", "D10", "157");
    const { trips } = await work.trips(() => work.pauseInTyping());
    expect(trips).toBe(1);
    expect(findings(work.session)).not.toContain("total.mismatch 3/1.4");
    work.excel.officer.type("Biểu mẫu 3", "D10", "139");
    await work.pauseInTyping();
    expect(findings(work.session)).toContain("total.mismatch 3/1.4");
  });

  it("writes nothing while it follows: what Excel holds stays as typed", async () => {
    work = await openFilled();
    const before = work.excel.value("Biểu mẫu 3", "D10");
    await work.type(1, "1", "26");
    await work.pauseInTyping();
    expect(work.excel.value("Biểu mẫu 3", "D10")).toEqual(before);
  });

  it("notices what a co-author changes", async () => {
    work = await openFilled();
    work.excel.coauthor.type("Biểu mẫu 3", "D10", "157");
    await work.pauseInTyping();
    expect(findings(work.session)).not.toContain("total.mismatch 3/1.4");
  });

  it("pauses and, when it goes on, reads again what happened meanwhile", async () => {
    work = await openFilled();
    await work.session.pause();
    expect(work.session.state().watching).toBe("paused");
    work.excel.officer.type("Biểu mẫu 3", "D10", "157");
    const { trips } = await work.trips(() => work.pauseInTyping());
    expect(trips).toBe(0);
    expect(findings(work.session)).toContain("total.mismatch 3/1.4");
    await work.session.resume();
    expect(work.session.state().watching).toBe("live");
    expect(findings(work.session)).not.toContain("total.mismatch 3/1.4");
  });

  it("keeps quiet while the officer types in the next cell, and tells it when she presses a button", async () => {
    work = await openFilled();
    work.excel.officer.type("Biểu mẫu 3", "D10", "157");
    work.excel.host.beginCellEdit();
    await work.pauseInTyping();
    expect(work.session.state().trouble).toBeNull();
    await work.session.check();
    expect(work.session.state().trouble).toMatchObject({
      kind: "host",
      fault: { kind: "cell-being-edited" },
    });
    work.excel.host.endCellEdit();
    await work.session.check();
    expect(work.session.state().trouble).toBeNull();
    expect(findings(work.session)).not.toContain("total.mismatch 3/1.4");
  });

  it("says that it waits for Enter, and has the finding after Esc, of which Excel tells nothing", async () => {
    work = await openFilled();
    work.excel.officer.type("Biểu mẫu 3", "D10", "157");
    work.excel.host.beginCellEdit();
    await work.pauseInTyping();
    expect(work.session.state().watching).toBe("waiting");
    work.excel.host.endCellEdit();
    await work.pauseInTyping();
    expect(work.session.state().watching).toBe("live");
    expect(findings(work.session)).not.toContain("total.mismatch 3/1.4");
  });

  it("says that it is not up to date after one failed reading, and catches up by itself", async () => {
    work = await openFilled();
    work.excel.host.failNext("AccessDenied");
    work.excel.officer.type("Biểu mẫu 3", "D10", "157");
    const notices = work.session.subscribe(() => seen.push(work.session.state().watching));
    const seen: string[] = [];
    await work.pauseInTyping();
    await work.pauseInTyping();
    notices();
    expect(seen).toContain("behind");
    expect(work.session.state().watching).toBe("live");
    expect(findings(work.session)).not.toContain("total.mismatch 3/1.4");
  });

  it("says that Excel is gone, and is well again when it comes back", async () => {
    work = await openFilled();
    work.excel.host.dropSession();
    await work.session.check();
    expect(work.session.state().trouble).toMatchObject({ kind: "host", fault: { kind: "session-lost" } });
    expect(findings(work.session).length).toBeGreaterThan(0);
    work.excel.host.restoreSession();
    await work.session.check();
    expect(work.session.state().trouble).toBeNull();
  });

  it("tells of a sheet that is deleted while the pane is open", async () => {
    work = await openFilled();
    work.excel.officer.deleteSheet("Biểu mẫu 5");
    await work.pauseInTyping();
    expect(findings(work.session)).toContain("layout.sheet-missing");
  });

  it("finds every value again when a sheet is renamed and rows are inserted above", async () => {
    work = await openFilled();
    const before = findings(work.session);
    work.excel.officer.renameSheet("Biểu mẫu 3", "BM 3 (sửa)");
    work.excel.officer.insertRows("BM 3 (sửa)", 2, 3);
    await work.pauseInTyping();
    expect(findings(work.session)).toEqual(before);
  });

  it("counts what is blank apart from the warnings", async () => {
    work = await openWithForms();
    const counts = countFindings(judgementOf(work.session).findings);
    expect(counts.missing).toBeGreaterThan(50);
    expect(counts.warning).toBe(0);
  });
});

describe("inserting", () => {
  it("says what will be added before it writes", async () => {
    work = await openFilled();
    work.excel.officer.deleteSheet("Biểu mẫu 5");
    await work.session.check();
    const { report } = judgementOf(work.session);
    await work.session.inspect(planReport(report.edition, report.info));
    const { preview } = work.session.state();
    expect(preview?.addedSheets).toEqual(["Biểu mẫu 5"]);
    expect(preview?.keptSheets.map(({ sheet }) => sheet)).toEqual([
      "Thông tin chung",
      "Biểu mẫu 1",
      "Biểu mẫu 2",
      "Biểu mẫu 3",
      "Biểu mẫu 4",
      "Biểu mẫu 6",
      "Biểu mẫu 7",
      "Nội dung bổ sung",
    ]);
  });

  it("twice changes nothing that was typed, and says that nothing was added", async () => {
    work = await openFilled();
    const before = findings(work.session);
    await reinsert(work.session);
    expect(work.session.state().inserted).toMatchObject({ addedSheets: [], addedNames: [] });
    expect(findings(work.session)).toEqual(before);
    expect(work.excel.value("Biểu mẫu 3", "D10")).toBe(139);
  });

  it("stops before anything is written where a sheet of that name is somebody else's", async () => {
    work = await openWork();
    work.excel.officer.addSheet("Biểu mẫu 1");
    work.excel.officer.type("Biểu mẫu 1", "A1", "Danh sách phát quà");
    await work.session.open(null);
    const again = await openWithForms();
    const plan = planReport(
      judgementOf(again.session).report.edition,
      judgementOf(again.session).report.info,
    );
    again.excel.close();
    await work.session.inspect(plan);
    expect(work.session.state().preview?.obstacle?.code).toBe("ForeignSheet");
    await work.session.insert(plan);
    expect(work.session.state().inserted).toBeNull();
    expect(work.session.state().trouble).toMatchObject({ kind: "host", fault: { code: "ForeignSheet" } });
    expect(work.excel.value("Biểu mẫu 1", "A1")).toBe("Danh sách phát quà");
  });
});

describe("going to a cell", () => {
  it("selects it", async () => {
    work = await openFilled();
    await work.session.select({ sheet: "Biểu mẫu 3", row: 10, column: 4 });
    expect(work.cursor()).toBe("Biểu mẫu 3!D10");
  });

  it("says so when its sheet is hidden, and forgets it with the next step", async () => {
    work = await openFilled();
    work.excel.officer.setVisibility("Biểu mẫu 3", "Hidden");
    await work.session.select({ sheet: "Biểu mẫu 3", row: 10, column: 4 });
    expect(work.session.state().trouble).toMatchObject({ kind: "host", fault: { code: "HiddenSheet" } });
    work.session.show("report");
    expect(work.session.state().trouble).toBeNull();
  });
});
