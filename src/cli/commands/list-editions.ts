import type { EditionSource } from "../../forms/schema.js";
import { PROPOSED_NOTE } from "../../forms/source.js";
import { describeEdition } from "../../jobs/describe-edition.js";
import { allEditions, DEFAULT_EDITION } from "../editions.js";
import { type ExitCode, exitCodes, type Io, printJson } from "../io.js";

/** `cchc editions`: what there is to choose from. */
export function listEditions(options: { readonly json: boolean }, io: Io): ExitCode {
  const editions = allEditions();
  if (options.json) {
    printJson(io, editions.map(describeEdition));
    return exitCodes.fine;
  }
  for (const { id, name, source, forms } of editions) {
    const rows = forms.reduce((sum, form) => sum + form.indicators.length, 0);
    const marks = [
      ...(id === DEFAULT_EDITION ? ["mặc định"] : []),
      ...(source.status === "proposed" ? [PROPOSED_NOTE] : []),
    ];
    io.out(`${id}${marks.length > 0 ? ` (${marks.join("; ")})` : ""}\n  ${name}\n`);
    io.out(`  ${originOf(source)}; ${forms.length} biểu mẫu, ${rows} dòng\n`);
  }
  return exitCodes.fine;
}

function originOf(source: EditionSource): string {
  return source.status === "issued"
    ? `${source.type} số ${source.number} của ${source.issuer}`
    : `Dựa trên: ${source.basis}`;
}
