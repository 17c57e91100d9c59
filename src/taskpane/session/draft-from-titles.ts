import { periodIds } from "../../forms/period-ids.js";
import { infoOfTitles } from "../../jobs/adopt.js";
import type { Recognition } from "../../recognition/recognition.js";
import type { Draft } from "./state.js";

/** What the titles of recognised forms tell of the report, for the fields. */
export function draftFromTitles(recognition: Recognition): Partial<Draft> {
  const told = infoOfTitles(recognition);
  const [organization, superior, year] = [told.get("organization"), told.get("superior"), told.get("year")];
  const period = periodIds.find((id) => id === told.get("period"));
  return {
    edition: recognition.edition.id,
    ...(organization === undefined ? {} : { organization }),
    ...(superior === undefined ? {} : { superior }),
    ...(year === undefined ? {} : { year }),
    ...(period === undefined ? {} : { period }),
  };
}
