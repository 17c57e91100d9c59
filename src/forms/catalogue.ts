import type { PeriodId } from "./schema.js";

/** The edition that a new workbook gets unless another is named: its rows are already cut for a commune. */
export const DEFAULT_EDITION = "tu-ky-2023";

/** The edition for periods that end after 30 June 2025, when the districts were dissolved. */
const WITHOUT_DISTRICTS = "two-tier-2025";

/** The edition that most communes need for a period: from 1 July 2025 they report to the province. */
export function usualEdition(year: number, period: PeriodId): string {
  const afterDistricts = year > 2025 || (year === 2025 && period !== "quarter-1" && period !== "half-year");
  return afterDistricts ? WITHOUT_DISTRICTS : DEFAULT_EDITION;
}

/** What is known of an edition that comes with the program before its forms are read. A test holds it to the edition's file. */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  /** True where no authority has issued it. */
  readonly proposed: boolean;
  readonly periods: readonly PeriodId[];
  /** The one sheet of an edition that prints all its forms on one; null where each form has its own. */
  readonly continuousSheet: string | null;
  /** Numbers of its forms. */
  readonly forms: readonly number[];
}

const QUARTERLY: readonly PeriodId[] = ["quarter-1", "half-year", "quarter-3", "year"];
const SEVEN = [1, 2, 3, 4, 5, 6, 7] as const;

/** The editions that come with the program, the default first. */
export const catalogue: readonly CatalogueEntry[] = [
  {
    id: "tu-ky-2023",
    name: "Biểu mẫu CCHC định kỳ của huyện Tứ Kỳ, tỉnh Hải Dương (2023)",
    proposed: false,
    periods: QUARTERLY,
    continuousSheet: null,
    forms: SEVEN,
  },
  {
    id: "hai-duong-2022",
    name: "Biểu mẫu CCHC định kỳ của tỉnh Hải Dương (2022)",
    proposed: false,
    periods: QUARTERLY,
    continuousSheet: null,
    forms: SEVEN,
  },
  {
    id: "dinh-hoa-2025",
    name: "Phụ lục tổng kết Chương trình CCHC của huyện Định Hóa, tỉnh Thái Nguyên (2021 - 2025)",
    proposed: false,
    periods: ["multi-year"],
    continuousSheet: "Phụ lục",
    forms: SEVEN,
  },
  {
    id: "vinh-linh-2023",
    name: "Biểu mẫu và bảng số liệu CCHC của huyện Vĩnh Linh, tỉnh Quảng Trị (2023)",
    proposed: false,
    periods: QUARTERLY,
    continuousSheet: null,
    forms: SEVEN,
  },
  {
    id: "two-tier-2025",
    name: "Biểu mẫu CCHC định kỳ cho chính quyền địa phương hai cấp (từ 01/7/2025)",
    proposed: true,
    periods: QUARTERLY,
    continuousSheet: null,
    forms: SEVEN,
  },
];

/** Ids of the editions that come with the program, the default first. */
export function editionIds(): readonly string[] {
  return catalogue.map(({ id }) => id);
}

/** What is known of the edition of that id; null where none of the program's has it. */
export function catalogued(id: string): CatalogueEntry | null {
  return catalogue.find((entry) => entry.id === id) ?? null;
}
