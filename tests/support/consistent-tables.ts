import { type Chance, shares, type TableRowValues, within } from "./chance.js";
import type { Office } from "./office.js";

/** The tables of a careful office beside those on dossiers, all of them from the same numbers. */
export function furtherTables(
  work: Office,
  chance: Chance,
): Readonly<Record<string, readonly TableRowValues[]>> {
  return {
    staff: staffRows(work, chance),
    budget: budgetRows(work, chance),
    "task-progress": taskRows(work, chance),
    digitisation: [digitisationRow(work, chance)],
    "electronic-documents": [electronicRow(work, chance)],
    "linked-procedures": ["Khai sinh", "Khai tử"].map((group) => {
      const received = within(chance, 60);
      const resolved = within(chance, received);
      const whole = within(chance, resolved);
      return {
        ...{ group, received, resolved },
        // Some tell only of the groups that were done whole.
        ...(chance.yes() && {
          "whole-group": whole,
          ...(chance.yes() && { "part-group": resolved - whole }),
        }),
      };
    }),
    // What only some offices keep beside the tables that feed the forms.
    ...(chance.yes() && { "procedures-by-body": bodyRows(work, chance) }),
    ...(chance.yes() && { "legal-work": [legalRow(work, chance)] }),
    fees: [feesRow(work, chance)],
    "sector-dossiers": ["Công an", "Ban Chỉ huy Quân sự"].map((body) => {
      const [online, direct] = [within(chance, 90), within(chance, 30)];
      const [inTime = 0, late = 0] = shares(chance, online + direct, 2);
      return {
        ...{ body, "received-online": online, "received-direct": direct },
        ...{ "resolved-in-time": inTime, "resolved-late": late },
      };
    }),
  };
}

function staffRows(work: Office, chance: Chance): readonly TableRowValues[] {
  const row = (group: string, assigned: number, present: number) => {
    const [postgraduate = 0, university = 0, college = 0] = shares(chance, present, 3);
    const [advanced = 0, intermediate = 0, elementary = 0] = shares(chance, present, 3);
    return {
      ...{ group, assigned, present, postgraduate, university, college },
      // Some count those without a qualification nowhere, and then leave the last column blank.
      ...(chance.yes(4) ? {} : { "other-qualification": present - postgraduate - university - college }),
      ...{ "politics-advanced": advanced, "politics-intermediate": intermediate },
      ...{ "politics-elementary": elementary, qualified: within(chance, present) },
      training: within(chance, 80),
    };
  };
  const officials = within(chance, work.staff);
  const officialsPresent = Math.min(officials, within(chance, work.present));
  const rest = Math.min(work.present - officialsPresent, work.staff - officials);
  const village = within(chance, work.partTime);
  const villagePresent = Math.min(village, work.partTimePresent);
  return [
    row("Cán bộ", officials, work.present - rest),
    row("Công chức", work.staff - officials, rest),
    row(
      "Người hoạt động không chuyên trách cấp xã",
      work.partTime - village,
      work.partTimePresent - villagePresent,
    ),
    row("Người hoạt động không chuyên trách ở thôn, tổ dân phố", village, villagePresent),
  ];
}

/** In full đồng, where the forms have triệu or tỷ and cut or round. */
function budgetRows(work: Office, chance: Chance): readonly TableRowValues[] {
  return [
    { item: "Tổng thu ngân sách", estimate: chance.int(5e6, 9e9), done: chance.int(5e6, 1e10) },
    { item: "Vốn đầu tư công", estimate: work.invested * 1e6, done: work.investedDone * 1e6 },
    ...(chance.yes() ? [{ item: "Nợ đọng xây dựng cơ bản", done: 0 }] : []),
  ];
}

function taskRows(work: Office, chance: Chance): readonly TableRowValues[] {
  return Array.from({ length: work.plan }, (_, index) => {
    const isDone = index < work.planDone;
    const begun = isDone || chance.yes();
    return {
      ...{ content: `Nhiệm vụ ${index + 1}`, executor: "Văn phòng", deadline: "Quý III" },
      ...(begun && { done: isDone ? chance.of(["Đã hoàn thành", "Hoàn thành"]) : "Đang thực hiện" }),
      ...(begun && { completion: isDone ? 100 : chance.int(0, 99) }),
    };
  });
}

function digitisationRow(work: Office, chance: Chance): TableRowValues {
  const received = work.total("online") + work.total("direct");
  const resolved = work.total("early") + work.total("onTime") + work.total("late");
  const digitised = within(chance, received);
  return {
    ...{ received, digitised, "digitised-complete": within(chance, digitised) },
    ...{ resolved, "results-digitised": within(chance, resolved) },
  };
}

function electronicRow(work: Office, chance: Chance): TableRowValues {
  const incoming = chance.int(10, 2000);
  const [signed = 0, unsigned = 0] = shares(chance, incoming, 2);
  const parallel = within(chance, incoming);
  // Ten thousand, so that every share with two decimals is one of whole documents.
  const electronic = Math.round(work.electronic * 100);
  const [outSigned = 0, outUnsigned = 0] = shares(chance, 10_000, 2);
  return {
    ...{ "incoming-electronic": incoming - parallel, "incoming-parallel": parallel },
    ...{ "incoming-signed": signed, "incoming-unsigned": unsigned },
    ...{ "outgoing-electronic": electronic, "outgoing-parallel": 10_000 - electronic },
    ...{ "outgoing-signed": outSigned, "outgoing-unsigned": outUnsigned },
  };
}

/** The procedures of the commune and of the police and army posts in it, all of them on one list. */
function bodyRows(work: Office, chance: Chance): readonly TableRowValues[] {
  const free = work.procedures - work.online3 - work.online4;
  const police = chance.int(0, Math.min(15, free));
  const army = chance.int(0, Math.min(12, free - police));
  // Not every office counts the services that only give information.
  const tells = chance.yes();
  // All of them are published and taken in at the one-stop desk, but for one or two at times.
  const most = (procedures: number) => Math.max(0, procedures - (chance.yes(6) ? chance.int(1, 2) : 0));
  const row = (body: string, procedures: number, full: number, part: number) => ({
    ...{ body, procedures, published: most(procedures), "one-stop": most(procedures) },
    ...{ "full-online": full, "part-online": part, ...(tells && { information: procedures - full - part }) },
  });
  const other = (body: string, procedures: number) => {
    const [full = 0, part = 0] = shares(chance, procedures, 2);
    return row(body, procedures, full, part);
  };
  return [
    row("UBND", work.procedures - police - army, work.online4, work.online3),
    other("Công an", police),
    other("Quân sự", army),
  ];
}

function legalRow(work: Office, chance: Chance): TableRowValues {
  const issued = work.legal + within(chance, 500);
  const council = within(chance, issued);
  const checked = within(chance, 60);
  const mediations = within(chance, 20);
  return {
    ...{ issued, "issued-council": council, ...(chance.yes() && { "issued-committee": issued - council }) },
    ...{ checked, unlawful: within(chance, checked), mediations },
    ...{ "mediations-settled": within(chance, mediations), sessions: within(chance, 40), attendances: 900 },
  };
}

function feesRow(work: Office, chance: Chance): TableRowValues {
  const resolved = work.total("early") + work.total("onTime") + work.total("late");
  const withFee = work.fees === 0 ? 0 : within(chance, resolved);
  return {
    ...{ "without-fee": resolved - withFee, "with-fee": withFee },
    "paid-online": work.payable === 0 ? 0 : within(chance, withFee),
  };
}
