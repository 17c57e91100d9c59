import type { TableRowValues } from "./chance.js";
import { type Draws, perCent, shares, size, within } from "./draws.js";
import { money, type Office } from "./office.js";

/** The tables of a careful office beside those on dossiers, all of them from the same numbers. */
export function furtherTables(
  work: Office,
  draws: Draws,
  id: string,
): Readonly<Record<string, readonly TableRowValues[]>> {
  return {
    staff: staffRows(work, draws),
    budget: budgetRows(work, draws),
    "task-progress": taskRows(work, draws),
    digitisation: [digitisationRow(work, draws)],
    "electronic-documents": [electronicRow(work, draws)],
    "linked-procedures": ["Khai sinh", "Khai tử"].map((group) => linkedRow(group, draws)),
    // What only some offices keep beside the tables that feed the forms.
    ...(draws.yes() && { "procedures-by-body": bodyRows(work, draws, id) }),
    ...(draws.yes() && { "legal-work": [legalRow(work, draws)] }),
    fees: [feesRow(work, draws)],
    "sector-dossiers": ["Công an", "Ban Chỉ huy Quân sự"].map((body) => {
      const [online, direct] = [size(draws, 0, 90), size(draws, 0, 30)];
      const [inTime = 0, late = 0] = shares(draws, online + direct, 2);
      return {
        ...{ body, "received-online": online, "received-direct": direct },
        ...{ "resolved-in-time": inTime, "resolved-late": late },
      };
    }),
  };
}

function linkedRow(group: string, draws: Draws): TableRowValues {
  const received = size(draws, 0, 60);
  const resolved = within(draws, received);
  if (draws.yes()) return { group, received, resolved };
  const whole = within(draws, resolved);
  // Some tell only of the groups that were done whole.
  return {
    ...{ group, received, resolved, "whole-group": whole },
    ...(draws.yes() && { "part-group": resolved - whole }),
  };
}

function staffRows(work: Office, draws: Draws): readonly TableRowValues[] {
  const row = (group: string, assigned: number, present: number) => {
    const [postgraduate = 0, university = 0, college = 0] = shares(draws, present, 3);
    const [advanced = 0, intermediate = 0, elementary = 0] = shares(draws, present, 3);
    return {
      ...{ group, assigned, present, postgraduate, university, college },
      // Some count those without a qualification nowhere, and then leave the last column blank.
      ...(draws.yes(4) ? {} : { "other-qualification": present - postgraduate - university - college }),
      ...{ "politics-advanced": advanced, "politics-intermediate": intermediate },
      ...{ "politics-elementary": elementary, qualified: within(draws, present) },
      training: size(draws, 0, 80),
    };
  };
  /** So many of the first group are given and there; the rest belongs to the second. */
  const groups = (first: string, second: string, assigned: number, present: number) => {
    const given = within(draws, assigned);
    const least = Math.max(0, present - (assigned - given));
    const most = Math.min(given, present);
    const there = draws.amount((chance) => chance.int(least, most), least, most);
    return [row(first, given, there), row(second, assigned - given, present - there)];
  };
  return [
    ...groups("Cán bộ", "Công chức", work.staff, work.present),
    ...groups(
      "Người hoạt động không chuyên trách cấp xã",
      "Người hoạt động không chuyên trách ở thôn, tổ dân phố",
      work.partTime,
      work.partTimePresent,
    ),
  ];
}

/** In full đồng, where the forms have triệu or tỷ and cut or round. */
function budgetRows(work: Office, draws: Draws): readonly TableRowValues[] {
  return [
    { item: "Tổng thu ngân sách", estimate: money(draws, 5e6, 9e9), done: money(draws, 5e6, 1e10) },
    { item: "Vốn đầu tư công", estimate: work.invested, done: work.investedDone },
    ...(draws.yes() ? [{ item: "Nợ đọng xây dựng cơ bản", done: size(draws, 0, 0) }] : []),
  ];
}

function taskRows(work: Office, draws: Draws): readonly TableRowValues[] {
  return Array.from({ length: work.plan }, (_, index) => {
    const isDone = index < work.planDone;
    const begun = draws.yes() || isDone;
    const words = draws.of(DONE);
    // Estimated by fives, but not 100 before it is done.
    const rate = perCent(draws, RATES, 99.9999);
    return {
      ...{ content: `Nhiệm vụ ${index + 1}`, executor: "Văn phòng", deadline: "Quý III" },
      ...(begun && { done: isDone ? words : "Đang thực hiện", completion: isDone ? 100 : rate }),
    };
  });
}

const RATES = Array.from({ length: 20 }, (_, index) => 5 * index);
const DONE = ["Đã hoàn thành", "Hoàn thành"] as const;

function digitisationRow(work: Office, draws: Draws): TableRowValues {
  const received = work.total("online") + work.total("direct");
  const resolved = work.total("early") + work.total("onTime") + work.total("late");
  const digitised = within(draws, received);
  return {
    ...{ received, digitised, "digitised-complete": within(draws, digitised) },
    ...{ resolved, "results-digitised": within(draws, resolved) },
  };
}

function electronicRow(work: Office, draws: Draws): TableRowValues {
  const incoming = size(draws, 10, 2000);
  const [signed = 0, unsigned = 0] = shares(draws, incoming, 2);
  const parallel = within(draws, incoming);
  const [outSigned = 0, outUnsigned = 0] = shares(draws, work.outgoing, 2);
  return {
    ...{ "incoming-electronic": incoming - parallel, "incoming-parallel": parallel },
    ...{ "incoming-signed": signed, "incoming-unsigned": unsigned },
    ...{ "outgoing-electronic": work.electronic, "outgoing-parallel": work.outgoing - work.electronic },
    ...{ "outgoing-signed": outSigned, "outgoing-unsigned": outUnsigned },
  };
}

/** The procedures of the commune and of the police and army posts in it. */
function bodyRows(work: Office, draws: Draws, id: string): readonly TableRowValues[] {
  const free = work.own - work.online3 - work.online4;
  const police = size(draws, 0, 15, free);
  const army = size(draws, 0, 12, free - police);
  // Where the print does not say that the posts' procedures count in the form, some do not.
  const apart = id === "hai-duong-2022" || id === "dinh-hoa-2025" ? size(draws, 0, 5) : 0;
  // Not every office counts the services that only give information.
  const tells = draws.yes();
  const row = (body: string, procedures: number, full: number, part: number) => {
    // All of them are published and taken in at the one-stop desk, but for one or two at times.
    const most = () =>
      draws.amount(
        (chance) => Math.max(0, procedures - (chance.yes(6) ? chance.int(1, 2) : 0)),
        0,
        procedures,
      );
    return {
      ...{ body, procedures, published: most(), "one-stop": most() },
      ...{
        "full-online": full,
        "part-online": part,
        ...(tells && { information: procedures - full - part }),
      },
    };
  };
  const other = (body: string, procedures: number) => {
    const [full = 0, part = 0] = shares(draws, procedures, 2);
    return row(body, procedures, full, part);
  };
  return [
    row("UBND", work.own - police - army, work.online4, work.online3),
    other("Công an", police + apart),
    other("Quân sự", army),
  ];
}

function legalRow(work: Office, draws: Draws): TableRowValues {
  const issued = work.legal + size(draws, 0, 500);
  const council = within(draws, issued);
  const checked = size(draws, 0, 60);
  const mediations = size(draws, 0, 20);
  return {
    ...{ issued, "issued-council": council, ...(draws.yes() && { "issued-committee": issued - council }) },
    ...{ checked, unlawful: within(draws, checked), mediations },
    ...{ "mediations-settled": within(draws, mediations), sessions: size(draws, 0, 40) },
    attendances: size(draws, 100, 900),
  };
}

function feesRow(work: Office, draws: Draws): TableRowValues {
  const resolved = work.total("early") + work.total("onTime") + work.total("late");
  const withFee = within(draws, work.fees === 0 ? 0 : resolved);
  return {
    ...{ "without-fee": resolved - withFee, "with-fee": withFee },
    "paid-online": within(draws, work.payable === 0 ? 0 : withFee),
  };
}
