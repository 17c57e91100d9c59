import type { Chance } from "./chance.js";

/** The numbers of a commune's work, from which every form and table is filled. */
export function office(chance: Chance) {
  const procedures = chance.int(80, 250);
  const eligible3 = chance.int(0, Math.floor(procedures * 0.6));
  const eligible4 = chance.int(0, procedures - eligible3);
  const online3 = chance.int(0, eligible3);
  const online4 = chance.int(0, eligible4);
  const used3 = chance.int(0, online3);
  const used4 = chance.int(0, online4);
  const fields = ["Hộ tịch", "Chứng thực", "Bảo trợ xã hội", "Người có công", "Đất đai"].map(
    (field, index) => {
      // Each procedure that was used online brought a dossier at least.
      const least = index === 0 ? used3 + used4 : 0;
      const received = {
        online: least + chance.int(0, 400),
        direct: chance.int(0, 60),
        carried: chance.int(0, 20),
      };
      const all = received.online + received.direct + received.carried;
      const resolved = chance.int(Math.floor(all * 0.9), all);
      const late = chance.yes(3) ? chance.int(0, Math.min(5, resolved)) : 0;
      const early = chance.int(0, resolved - late);
      const inTime = chance.int(0, all - resolved);
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
  const staff = chance.int(15, 30);
  const partTime = chance.int(4, 20);
  const plan = chance.int(5, 40);
  const fees = chance.int(0, procedures);
  const invested = chance.int(1000, 90_000);
  return {
    ...{
      procedures,
      eligible3,
      eligible4,
      online3,
      online4,
      used3,
      used4,
      fields,
      total,
      staff,
      partTime,
      plan,
    },
    present: chance.int(staff - 4, staff),
    partTimePresent: chance.int(partTime - 3, partTime),
    planDone: chance.int(0, plan),
    // Now and then a procedure without an online level brings dossiers, all of them direct.
    offline: chance.yes(4) ? chance.int(0, Math.min(10, total("direct"))) : 0,
    fees,
    // Procedures with fees that can be paid online.
    payable: chance.int(0, fees),
    invested,
    investedDone: chance.int(1, invested),
    // What only some communes fill: the rows of the other levels.
    higher: chance.yes(3) ? { province: chance.int(0, 40), district: chance.int(0, 300) } : null,
    survey: chance.yes() ? chance.int(1, 1500) : 0,
    ordered: chance.int(0, 90),
    // Legal documents of the commune's own.
    legal: chance.int(0, 3),
    electronic: chance.of([100, 100, 98.5, 91.27, 75]),
  };
}

export type Office = ReturnType<typeof office>;
