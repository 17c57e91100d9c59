import { scannerAt } from "../xml/scanner.js";
import { unescapeCell } from "../xml/text.js";
import { finish } from "./workbook-part.js";

/** The texts that cells share, by index; rich text without its looks. @throws XmlFault */
export function readStrings(xml: string): string[] {
  const scanner = scannerAt(xml, "sst");
  const strings: string[] = [];
  for (const inside = scanner.enter(); scanner.child(inside); ) {
    if (!scanner.is("si")) {
      scanner.skip();
      continue;
    }
    strings.push(textOf(scanner));
  }
  finish(scanner);
  return strings;
}

/** The text of `si` or `is`: that of its runs, without what says how it is pronounced (`rPh`). */
export function textOf(scanner: ReturnType<typeof scannerAt>): string {
  if (scanner.empty) return "";
  const { depth } = scanner;
  let text = "";
  while (scanner.child(depth)) {
    if (scanner.is("t")) text += scanner.content();
    else if (scanner.is("r") && !scanner.empty) {
      const run = scanner.depth;
      while (scanner.child(run)) {
        if (scanner.is("t")) text += scanner.content();
        else scanner.skip();
      }
    } else scanner.skip();
  }
  return unescapeCell(text);
}
