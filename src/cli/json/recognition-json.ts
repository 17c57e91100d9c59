import { sentenceOfTableDoubt, tellBinding } from "../../jobs/adopt.js";
import type { Binding, Doubt, Recognition } from "../../recognition/recognition.js";
import { a1, areaA1 } from "../../values/address.js";
import { doubtInWords } from "../doubt-words.js";

/** What `cchc adopt --json` prints. Confidences are from 0 to 1. */
export function recognitionJson(
  file: string,
  out: string,
  recognition: Recognition,
  confirmed: readonly Binding[],
): unknown {
  const { edition, score, others, bindings, doubts, missing, unrecognised, tables, info } = recognition;
  return {
    file,
    out,
    edition: edition.id,
    score,
    others,
    bindings: bindings.map(bindingJson),
    /** Bound too: cells of rows in doubt that the command line confirmed. */
    confirmed: confirmed.map(bindingJson),
    doubts: doubts.map((doubt) => ({ ...doubtJson(doubt), message: doubtInWords(doubt) })),
    missing,
    unrecognised,
    tables: tables.bound.map(({ table, area }) => ({ table, sheet: area.sheet, area: areaA1(area) })),
    tableDoubts: tables.doubts.map((doubt) => ({ ...doubt, message: sentenceOfTableDoubt(doubt) })),
    info: info.map(({ key, value, address, text }) => ({
      key,
      value,
      sheet: address.sheet,
      cell: a1(address),
      text,
    })),
  };
}

function bindingJson(binding: Binding): unknown {
  const { form, code, address, confidence, signals } = binding;
  const { name, reasons } = tellBinding(binding);
  return {
    form,
    code,
    name,
    sheet: address.sheet,
    cell: a1(address),
    confidence,
    signals,
    reasons,
  };
}

function doubtJson(doubt: Doubt): object {
  switch (doubt.kind) {
    case "weak": {
      const { kind, ...binding } = doubt;
      return { kind, form: binding.form, code: binding.code, candidates: [bindingJson(binding)] };
    }
    case "several":
      return { ...doubt, candidates: doubt.candidates.map(bindingJson) };
    case "named-otherwise": {
      const { address, named, ...rest } = doubt;
      return {
        ...rest,
        sheet: address.sheet,
        cell: a1(address),
        named: { sheet: named.sheet, cell: a1(named) },
      };
    }
    default:
      return doubt;
  }
}
