/** Answers `Office.context.requirements.isSetSupported`. */
export type IsSetSupported = (name: string, version?: string) => boolean;

/** Sets and the highest version reported of each. */
export type RequirementSets = Readonly<Record<string, string>>;

/** The newest set that the npm edition of the client library knows. */
export const NEWEST_EXCEL_API = "1.15";

/** What an Excel whose newest set is `excelApi` reports. */
export function requirementSets(excelApi: string): RequirementSets {
  return {
    ExcelApi: excelApi,
    RichApiRuntime: "1.3",
    DelayForCellEdit: "1.1",
    AddInCommands: "1.1",
    DialogApi: "1.1",
    IdentityAPI: "1.3",
    Settings: "1.1",
    SharedRuntime: "1.1",
  };
}

export function supports(sets: RequirementSets): IsSetSupported {
  return (name, version = "1.1") => {
    const own = sets[name];
    return own !== undefined && compareVersions(own, version) >= 0;
  };
}

function compareVersions(a: string, b: string): number {
  const [x, y] = [a.split(".").map(Number), b.split(".").map(Number)];
  return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0);
}
