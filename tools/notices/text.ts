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

/** The notices file: the packages, each with its version and licence, and each licence's text once. */
export function noticesText(packages: readonly ShippedPackage[]): string {
  const list = packages.map(
    ({ name, version, license }) => `- ${[name, version].filter(Boolean).join(" ")} (${license})`,
  );
  const texts = [...byLicense(packages)].map(
    ([text, of]) =>
      `${"=".repeat(78)}\n${of.map(({ name }) => name).join("\n")}\n${"=".repeat(78)}\n\n${text}\n`,
  );
  return [HEAD, ...list, "", ...texts].join("\n");
}

function byLicense(packages: readonly ShippedPackage[]): ReadonlyMap<string, readonly ShippedPackage[]> {
  const found = new Map<string, ShippedPackage[]>();
  for (const one of packages) found.set(one.text, [...(found.get(one.text) ?? []), one]);
  return found;
}

/** The packages that a notices file names. */
export function namedIn(notices: string): ReadonlySet<string> {
  return new Set([...notices.matchAll(/^- (\S+)/gm)].map(([, name = ""]) => name));
}
