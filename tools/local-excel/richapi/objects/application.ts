import { ApiObject } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import { wordOf } from "../json.js";

/** `context.application` and the culture of the machine. */
export function applicationObject(session: ApiSession): ApiObject {
  const { grid } = session;
  return new ApiObject("Application", {
    properties: {
      calculationMode: {
        get: () => grid.calculationMode,
        set: (value) => {
          const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;
          grid.calculationMode = wordOf(value, modes, "Application.calculationMode");
        },
      },
      calculationState: { get: () => "Done" },
      decimalSeparator: { get: () => grid.region.decimal },
      thousandsSeparator: { get: () => grid.region.group },
      useSystemSeparators: { get: () => true },
    },
    children: { cultureInfo: () => cultureInfo(session) },
    methods: {
      calculate: (args) => {
        args.word(0, ["Recalculate", "Full", "FullRebuild"]);
        grid.markStale();
        grid.settle(true);
        return undefined;
      },
      // Nothing is calculated or painted inside a batch here, so these two have nothing to put off.
      suspendApiCalculationUntilNextSync: () => undefined,
      suspendScreenUpdatingUntilNextSync: () => undefined,
    },
  });
}

function cultureInfo(session: ApiSession): ApiObject {
  const { grid } = session;
  return new ApiObject("CultureInfo", {
    properties: { name: { get: () => grid.region.name } },
    children: {
      numberFormat: () =>
        new ApiObject("NumberFormatInfo", {
          properties: {
            numberDecimalSeparator: { get: () => grid.region.decimal },
            numberGroupSeparator: { get: () => grid.region.group },
          },
        }),
    },
  });
}
