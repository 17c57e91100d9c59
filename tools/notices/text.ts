import type { ShippedPackage } from "./packages.js";

/** Licences under which nobody must give anything but the notice itself. */
export const FREE: ReadonlySet<string> = new Set([
  "MIT",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "0BSD",
  "Apache-2.0",
  "Unicode-3.0",
]);

const HEAD = `NOTICES

Báo cáo CCHC (MIT) ships code of the packages below: in the pane for Excel (the files that a deployer
puts on a web server) and in the pane for Google Sheets (pane.html). Code.js has none. Each stands under
its licence, whose text follows. Made by \`npm run notices\`; do not edit.

Báo cáo CCHC dùng mã của các gói dưới đây, kèm giấy phép của từng gói.
`;

/** The notices file: the packages, each with its version and licence, and the terms of each licence once, under the rights of all who use them. */
export function noticesText(packages: readonly ShippedPackage[]): string {
  const list = packages.map(
    ({ name, version, license }) => `- ${[name, version].filter(Boolean).join(" ")} (${license})`,
  );
  const texts = [...byTerms(packages).values()].map(
    ({ terms, rights }) => `${LINE}\n${rights.join("\n\n")}\n${LINE}\n\n${terms}\n`,
  );
  return [HEAD, ...list, "", ...texts].join("\n");
}

const LINE = "=".repeat(78);

/** Terms that several packages use word for word, and for each of these who holds the rights. */
interface Licence {
  readonly terms: string;
  readonly rights: readonly string[];
}

/** By the words of the terms: packages break their lines in other places. */
function byTerms(packages: readonly ShippedPackage[]): ReadonlyMap<string, Licence> {
  const found = new Map<string, Licence>();
  for (const { name, text } of packages) {
    const begin = Math.max(0, text.search(FIRST_TERM));
    const terms = text.slice(begin);
    const lines = text.slice(0, begin).split("\n");
    const rights = [name, ...lines.filter((line) => line.trim() !== "" && line !== name)].join("\n");
    const words = terms.replace(/\s+/g, " ");
    const known = found.get(words);
    found.set(words, { terms: known?.terms ?? terms, rights: [...(known?.rights ?? []), rights] });
  }
  return found;
}

/** How the terms begin, in the licences (MIT, BSD) that say before them nothing but who holds the rights. */
const FIRST_TERM =
  /^[ \t]*(Permission is hereby granted, free of charge, to any person obtaining a copy\s+of this software|Redistribution and use)/m;

/** The packages that a notices file names. */
export function namedIn(notices: string): ReadonlySet<string> {
  return new Set([...notices.matchAll(/^- (\S+)/gm)].map(([, name = ""]) => name));
}
