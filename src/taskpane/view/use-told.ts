import { useMemo } from "react";
import { defectsAmong } from "../../jobs/causes.js";
import { type MendList, mendList } from "../../jobs/mending.js";
import { useSessionState } from "./use-session.js";

const NONE: MendList = { items: [], confirmed: [] };

/** All that is told of the workbook as it stands, each defect once. Every count in the pane is made from it. */
export function useTold(): MendList {
  const { book, causes } = useSessionState();
  const judgement = book.kind === "forms" ? book.judgement : null;
  return useMemo(
    () => (judgement === null ? NONE : mendList(judgement, defectsAmong(causes, judgement))),
    [judgement, causes],
  );
}
