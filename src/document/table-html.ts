import type { AppendixTable, AppendixTableRow } from "./appendix-tables.js";
import { cellAttributes } from "./cell-attributes.js";
import { escapeMarkup } from "./escape.js";

/** A supplementary table of the appendix under its title. */
export function tableHtml(table: AppendixTable): string {
  const header = Array.from({ length: table.depth }, (_, level) => {
    const cells = table.header
      .filter(({ row }) => row === level + 1)
      .map(({ text, rows, columns }) => {
        const scope = columns > 1 ? "colgroup" : "col";
        return `<th scope="${scope}"${span("rowspan", rows)}${span("colspan", columns)}>${escapeMarkup(text)}</th>`;
      });
    return `<tr>${cells.join("")}</tr>`;
  });
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const columns = table.columns.map(
    ({ width }) => `<col style="width:${((100 * width) / total).toFixed(2)}%">`,
  );
  const unit = table.unit === "" ? "" : `<br><i>(${escapeMarkup(table.unit)})</i>`;
  return [
    `<table${table.wide ? ' class="wide"' : ""}><caption>${escapeMarkup(table.title)}${unit}</caption>`,
    `<colgroup>${columns.join("")}</colgroup>`,
    `<thead>${header.join("")}</thead>`,
    `<tbody>${table.rows.map((row) => rowHtml(table, row)).join("\n")}</tbody></table>`,
  ].join("\n");
}

function rowHtml(table: AppendixTable, { kind, cells }: AppendixTableRow): string {
  const html = cells.map(({ text, address }, index) => {
    const alignment = table.columns[index]?.alignment ?? "center";
    const side = alignment === "center" ? "" : ` class="${alignment}"`;
    return `<td${side}${cellAttributes(address)}>${escapeMarkup(text)}</td>`;
  });
  return `<tr${kind === "record" ? "" : ' class="group"'}>${html.join("")}</tr>`;
}

function span(name: "rowspan" | "colspan", count: number): string {
  return count > 1 ? ` ${name}="${count}"` : "";
}
