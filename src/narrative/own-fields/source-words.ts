import { findIndicator, labelOf, rowName } from "../../forms/indicators.js";
import type { Edition } from "../../forms/schema.js";
import { columnName, findColumn, findTable } from "../../forms/tables.js";
import type { FieldSource } from "./field.js";

/** Where a field's words come from, for the officer: `Biểu mẫu 3, dòng 3.3.1 (Tổng số hồ sơ ...)`. */
export function sourceWords(source: FieldSource, edition: Edition): string {
  switch (source.kind) {
    case "row":
      return `Biểu mẫu ${source.form}, dòng ${rowName(edition, source)} (${sourceLabel(source, edition)})`;
    case "table": {
      const sheet = findTable(source.table)?.sheet ?? source.table;
      const row = source.row === null ? "dòng tổng cộng" : `dòng "${source.row}"`;
      return `${sheet}, ${row}, cột "${columnWords(source.table, source.column)}"`;
    }
    case "computed": {
      const parts = source.of.map((part) => sourceWords(part, edition));
      const [first = "", ...others] = parts;
      if (source.derivation === "share") return `tỷ lệ của ${first} trong ${others.join(", ")}`;
      return source.derivation === "sum"
        ? `tổng của ${parts.join(" và ")}`
        : `${first} trừ ${others.join(" và ")}`;
    }
    case "period":
      return source.which === "this" ? "kỳ báo cáo" : "kỳ tiếp theo";
    case "year":
      if (source.offset === 0) return "năm báo cáo";
      return source.offset < 0 ? `${-source.offset} năm trước` : `${source.offset} năm sau`;
    case "day":
      return source.which === "from" ? "ngày đầu của số liệu" : "ngày cuối của số liệu";
  }
}

/** The words that tell what a source counts: a row's label, a table's row and column. */
export function sourceLabel(source: FieldSource, edition: Edition): string {
  switch (source.kind) {
    case "row": {
      const indicator = findIndicator(edition, source);
      return indicator === null ? "" : labelOf(indicator, edition.superior);
    }
    case "table":
      return [source.row ?? "", columnWords(source.table, source.column)].join(" ").trim();
    case "computed":
      return source.of.map((part) => sourceLabel(part, edition)).join(" ");
    default:
      return "";
  }
}

function columnWords(table: string, id: string): string {
  const known = findTable(table);
  const column = known === null ? null : findColumn(known, id);
  return column === null ? id : columnName(column);
}
