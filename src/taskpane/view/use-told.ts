import { type Causes, defectsAmong } from "../../jobs/causes.js";
import type { Judgement } from "../../jobs/check.js";
import { type MendList, mendList } from "../../jobs/mending.js";
import { useSessionState } from "./use-session.js";

const NONE: MendList = { items: [], confirmed: [] };

/** What was made of a judgement last: who counts what it tells asks for the same. */
const made = new WeakMap<Judgement, { readonly causes: Causes | null; readonly list: MendList }>();

/** All that is told of the workbook as it stands, each defect once. Every count in the pane is made from it. */
export function useTold(): MendList {
  const book = useSessionState("book");
  const causes = useSessionState("causes");
  return book.kind === "forms" ? toldOf(book.judgement, causes) : NONE;
}

function toldOf(judgement: Judgement, causes: Causes | null): MendList {
  const known = made.get(judgement);
  if (known?.causes === causes) return known.list;
  const list = mendList(judgement, defectsAmong(causes, judgement));
  made.set(judgement, { causes, list });
  return list;
}
