import type { WidePlace } from "./wide/open-wide.js";

/** Where the pane finds itself. */
export type Surroundings =
  | {
      readonly kind: "excel";
      readonly mac: boolean;
      /** Where Excel opens windows for the pane; null where it does not. */
      readonly windows: WidePlace | null;
    }
  /** office.js did not come: blocked, or no network. */
  | { readonly kind: "no-office" }
  /** A plain browser, or another Office program. */
  | { readonly kind: "not-excel" }
  | { readonly kind: "too-old" };

/** The set of Excel functions without which nothing works (manifest.xml names the same). */
const REQUIRED_EXCEL_API = "1.9";

/** How long office.js may take before the officer is told: within 5 seconds of opening. Milliseconds. */
export const PATIENCE = 4_500;

const LOOK_EVERY = 50;

/** A page with office.js in it, as far as it is asked here. */
export interface OfficePage {
  readonly Office?: OfficeLibrary | undefined;
}

/** Names of programs and systems: texts at run time, numbers by the published types. */
type Named = string | number;

interface OfficeLibrary {
  /** Absent for a moment while the library loads. */
  readonly onReady?: () => Promise<{ readonly host: Named | null }>;
  readonly HostType: { readonly Excel: Named };
  readonly PlatformType: { readonly Mac: Named; readonly OfficeOnline: Named };
  readonly context: {
    readonly platform: Named;
    readonly requirements: { isSetSupported(name: string, version: string): boolean };
  };
}

/**
 * Waits for office.js and asks it where we are. After `PATIENCE` without an answer it is `no-office`;
 * on a slow network the library may still come: `late` is then called with the true answer.
 */
export function findSurroundings(
  page: OfficePage,
  late: (surroundings: Surroundings) => void,
): Promise<Surroundings> {
  return new Promise((resolve) => {
    let told = false;
    const tell = (surroundings: Surroundings) => {
      if (told) late(surroundings);
      else resolve(surroundings);
      told = true;
    };
    const timer = setTimeout(() => tell({ kind: "no-office" }), PATIENCE);
    const look = () => {
      const office = page.Office;
      if (office?.onReady === undefined) {
        setTimeout(look, LOOK_EVERY);
        return;
      }
      void office.onReady().then(({ host }) => {
        clearTimeout(timer);
        tell(describe(office, host));
      });
    };
    look();
  });
}

function describe(office: OfficeLibrary, host: Named | null): Surroundings {
  if (host !== office.HostType.Excel) return { kind: "not-excel" };
  const { context } = office;
  if (!context.requirements.isSetSupported("ExcelApi", REQUIRED_EXCEL_API)) return { kind: "too-old" };
  return {
    kind: "excel",
    mac: context.platform === office.PlatformType.Mac,
    windows: context.requirements.isSetSupported("DialogApi", "1.1")
      ? { onTheWeb: context.platform === office.PlatformType.OfficeOnline }
      : null,
  };
}
