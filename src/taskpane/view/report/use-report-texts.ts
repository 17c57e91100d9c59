import type { ReportTexts } from "../../texts/texts.js";
import { useTexts } from "../../texts/use-texts.js";
import { reportVi } from "./report-texts-vi.js";

/** The words of the report step in the pane's language. */
export function useReportTexts(): ReportTexts {
  return useTexts().report ?? reportVi;
}
