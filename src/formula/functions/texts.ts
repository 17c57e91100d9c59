import type { CellValue } from "../../values/cell.js";
import { isCellError } from "../../values/cell.js";
import { numberOf } from "../operands.js";
import { Unsupported } from "../values.js";
import { type Apply, scalar, textsOf } from "./arguments.js";

/** Functions of text. */
export const TEXTS: Readonly<Record<string, Apply>> = {
  LEN: ofText((text) => text.length),
  TRIM: ofText((text) => text.replace(/ +/g, " ").replace(/^ | $/g, "")),
  UPPER: ofText((text) => text.toUpperCase()),
  LOWER: ofText((text) => text.toLowerCase()),
  CONCATENATE: joined,
  CONCAT: joined,
  LEFT: (args, locale) => {
    const [text, count, ...more] = args;
    if (text === undefined || more.length > 0) throw new Unsupported();
    const length = count === undefined ? 1 : numberOf(scalar(count), locale);
    if (isCellError(length)) return length;
    if (length < 0) return { error: "#VALUE!" };
    const texts = textsOf([text], locale);
    return "error" in texts ? texts : (texts[0] ?? "").slice(0, Math.trunc(length));
  },
};

function ofText(apply: (text: string) => CellValue): Apply {
  return (args, locale) => {
    if (args.length !== 1) throw new Unsupported();
    const texts = textsOf(args, locale);
    return "error" in texts ? texts : apply(texts[0] ?? "");
  };
}

function joined(...[args, locale]: Parameters<Apply>): CellValue {
  const texts = textsOf(args, locale);
  return "error" in texts ? texts : texts.join("");
}
