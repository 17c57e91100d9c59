import { type Draws, seldom, size, within } from "./draws.js";

/** No commune plans or spends a thousand tỷ in a year. */
const MOST_MONEY = 1e12 - 1;

/**
 * The numbers of a commune's work, from which every form and table is filled.
 *
 * @param allLevels true where the forms have the rows of the other levels, which a few communes fill
 */
export function office(draws: Draws, allLevels: boolean) {
  const higher =
    allLevels && draws.yes(3) ? { province: size(draws, 0, 40), district: size(draws, 0, 300) } : null;
  const own = size(draws, 80, 250);
  const procedures = own + (higher === null ? 0 : higher.province + higher.district);
  const eligible3 = draws.amount((chance) => chance.int(0, Math.floor(own * 0.6)), 0, procedures);
  const eligible4 = size(draws, 0, Math.max(0, own - eligible3), procedures - eligible3);
  const online3 = within(draws, eligible3);
  const online4 = within(draws, eligible4);
  const used3 = within(draws, online3);
  const used4 = within(draws, online4);
  const fields = ["Hộ tịch", "Chứng thực", "Bảo trợ xã hội", "Người có công", "Đất đai"].map(
    (field, index) => {
      // Each procedure that was used online brought a dossier at least, and what is not used brings none.
      const least = index === 0 ? used3 + used4 : 0;
      const most = used3 + used4 === 0 ? 0 : Number.POSITIVE_INFINITY;
      const received = {
        online: size(draws, least, least + 400, most),
        direct: size(draws, 0, 60),
        carried: size(draws, 0, 20),
      };
      const all = received.online + received.direct + received.carried;
      const resolved = size(draws, Math.floor(all * 0.9), all, all);
      const late = seldom(draws, 3, 5, resolved);
      const early = within(draws, resolved - late);
      const inTime = within(draws, all - resolved);
      return {
        field,
        ...received,
        early,
        onTime: resolved - late - early,
        late,
        inTime,
        overdue: all - resolved - inTime,
      };
    },
  );
  const total = (key: Exclude<keyof (typeof fields)[number], "field">) =>
    fields.reduce((sum, one) => sum + one[key], 0);
  const staff = size(draws, 15, 30);
  const partTime = size(draws, 4, 20);
  const plan = size(draws, 5, 40);
  const fees = size(draws, 0, own, procedures);
  const invested = money(draws, 1e9, 9e10);
  const outgoing = size(draws, 100, 3000);
  return {
    ...{ higher, own, procedures, eligible3, eligible4, online3, online4, used3, used4 },
    ...{ fields, total, staff, partTime, plan, fees, invested, outgoing },
    present: size(draws, Math.max(0, staff - 4), staff, staff),
    partTimePresent: size(draws, Math.max(0, partTime - 3), partTime, partTime),
    planDone: within(draws, plan),
    // Now and then a procedure without an online level brings dossiers, all of them direct.
    offline: seldom(draws, 4, 10, total("direct")),
    // Procedures with fees that can be paid online.
    payable: within(draws, fees),
    investedDone: draws.amount((chance) => chance.int(1, Math.floor(invested / 1e6)) * 1e6, 0, invested),
    survey: draws.yes() ? draws.amount((chance) => chance.int(1, 1500), 1, Number.POSITIVE_INFINITY) : 0,
    ordered: size(draws, 0, 90),
    // Legal documents of the commune's own.
    legal: size(draws, 0, 3),
    // Sent without paper.
    electronic: draws.amount(
      (chance) => Math.floor((outgoing * chance.of([100, 100, 98.5, 91.27, 75])) / 100),
      0,
      outgoing,
    ),
  };
}

/** In đồng, usually whole thousands. */
export function money(draws: Draws, low: number, high: number): number {
  return draws.amount(
    (chance) => chance.int(low / 1e6, high / 1e6) * 1e6 + chance.int(0, 999) * 1e3,
    1e6,
    MOST_MONEY,
  );
}

export type Office = ReturnType<typeof office>;
