import {
  AlignmentType,
  type FileChild,
  Header,
  type ISectionOptions,
  NumberFormat,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import { DRAFT_MARK } from "../body-parts.js";
import { halfPoints, MARGIN, PAGE, SIZE, TEXT_WIDTH, TURNED_TEXT_WIDTH } from "./measures.js";

/**
 * One run of pages numbered from 1: A4 upright with the decree's margins; Arabic numbers centred
 * in the top margin, none on the first page (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I,
 * khoản 1, 2, 3, 7). An appendix is numbered on its own (Mục III, khoản 1 điểm đ).
 */
export function numberedPages(children: readonly FileChild[], draft: boolean): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: { ...PAGE, orientation: PageOrientation.PORTRAIT },
        margin: MARGIN,
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
    headers: {
      first: new Header({ children: draft ? [draftMark()] : [new Paragraph({})] }),
      default: numberHeader(draft, TEXT_WIDTH),
    },
    children,
  };
}

/** Turned pages for wide tables; the numbers go on from the pages before (Mục I, khoản 2). */
export function turnedPages(children: readonly FileChild[], draft: boolean): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { ...PAGE, orientation: PageOrientation.LANDSCAPE },
        margin: MARGIN,
        pageNumbers: { formatType: NumberFormat.DECIMAL },
      },
    },
    headers: { default: numberHeader(draft, TURNED_TEXT_WIDTH) },
    children,
  };
}

/** What every page of a draft says, at the right edge. */
function draftMark(): Paragraph {
  return new Paragraph({ alignment: AlignmentType.RIGHT, children: [draftRun()] });
}

function draftRun(): TextRun {
  return new TextRun({ text: DRAFT_MARK, size: halfPoints(SIZE.pageNumber), bold: true });
}

/** The page's number in the middle; in a draft its mark on the same line, so that the text keeps its place. */
function numberHeader(draft: boolean, width: number): Header {
  const number = new TextRun({
    size: halfPoints(SIZE.pageNumber),
    children: draft ? [new Tab(), PageNumber.CURRENT, new Tab()] : [PageNumber.CURRENT],
  });
  const stops = [
    { type: TabStopType.CENTER, position: Math.round(width / 2) },
    { type: TabStopType.RIGHT, position: width },
  ];
  return new Header({
    children: [
      draft
        ? new Paragraph({ tabStops: stops, children: [number, draftRun()] })
        : new Paragraph({ alignment: AlignmentType.CENTER, children: [number] }),
    ],
  });
}
