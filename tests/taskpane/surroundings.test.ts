import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import {
  findSurroundings,
  type OfficePage,
  PATIENCE,
  type Surroundings,
} from "../../src/taskpane/surroundings.js";

interface Told {
  readonly host?: string | null;
  readonly supported?: boolean;
  readonly platform?: string;
}

/** What office.js would answer, as far as it is asked. */
function office({
  host = "Excel",
  supported = true,
  platform = "PC",
}: Told = {}): NonNullable<OfficePage["Office"]> {
  return {
    HostType: { Excel: "Excel" },
    PlatformType: { Mac: "Mac", OfficeOnline: "OfficeOnline" },
    onReady: () => Promise.resolve({ host, platform }),
    context: {
      platform,
      requirements: {
        isSetSupported: (set: string, version: string) =>
          supported && set === "ExcelApi" && version === "1.9",
      },
    },
  };
}

describe("where the pane finds itself", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const never = () => {
    throw new Error("nothing should come late");
  };

  it("is Excel", async () => {
    await expect(findSurroundings({ Office: office() }, never)).resolves.toEqual({
      kind: "excel",
      mac: false,
      windows: null,
    });
  });

  it("is Excel on the Mac, where downloads are dropped", async () => {
    await expect(findSurroundings({ Office: office({ platform: "Mac" }) }, never)).resolves.toMatchObject({
      kind: "excel",
      mac: true,
      windows: null,
    });
  });

  it.each([null, "Word"])("is not Excel when office.js names %s", async (host) => {
    await expect(findSurroundings({ Office: office({ host }) }, never)).resolves.toEqual({
      kind: "not-excel",
    });
  });

  it("is an Excel too old when it lacks ExcelApi 1.9", async () => {
    await expect(findSurroundings({ Office: office({ supported: false }) }, never)).resolves.toEqual({
      kind: "too-old",
    });
  });

  it("says within five seconds that office.js did not come", async () => {
    let told: Surroundings | null = null;
    void findSurroundings({}, never).then((surroundings) => {
      told = surroundings;
    });
    await jest.advanceTimersByTimeAsync(PATIENCE - 1);
    expect(told).toBeNull();
    await jest.advanceTimersByTimeAsync(1);
    expect(told).toEqual({ kind: "no-office" });
    expect(PATIENCE).toBeLessThan(5_000);
  });

  it("goes on when office.js comes late after all", async () => {
    const page: { Office?: OfficePage["Office"] } = {};
    const late: Surroundings[] = [];
    const first = findSurroundings(page, (surroundings) => late.push(surroundings));
    await jest.advanceTimersByTimeAsync(PATIENCE);
    await expect(first).resolves.toEqual({ kind: "no-office" });
    page.Office = office();
    await jest.advanceTimersByTimeAsync(100);
    expect(late).toEqual([{ kind: "excel", mac: false, windows: null }]);
  });
});
