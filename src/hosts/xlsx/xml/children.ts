import { scannerAt } from "./scanner.js";
import { type Splice, spliced } from "./splice.js";

/** The XML with one more child at the end of its root. */
export function withChild(xml: string, root: string, child: (prefix: string) => string): string {
  const scanner = scannerAt(xml, root);
  const made = child(scanner.prefix);
  if (scanner.empty) {
    const open = `${xml.slice(scanner.start, scanner.end - 2).trimEnd()}>`;
    return spliced(xml, [
      { from: scanner.start, to: scanner.end, text: `${open}${made}</${scanner.prefix}${root}>` },
    ]);
  }
  while (scanner.child(1)) scanner.skip();
  return spliced(xml, [{ from: scanner.start, to: scanner.start, text: made }]);
}

/** The XML without those children of its root that a look at their attributes picks. */
export function withoutChildren(
  xml: string,
  root: string,
  picks: (attribute: (name: string) => string | undefined) => boolean,
): string {
  const scanner = scannerAt(xml, root);
  if (scanner.empty) return xml;
  const cuts: Splice[] = [];
  while (scanner.child(1)) {
    const picked = picks((name) => scanner.attribute(name));
    scanner.skip();
    if (picked) cuts.push({ from: scanner.start, to: scanner.end, text: "" });
  }
  return spliced(xml, cuts);
}
