import { restyle } from "../../../grid/edit.js";
import { invalidArgument } from "../../../grid/fault.js";
import type { Rect } from "../../../grid/rect.js";
import type { Border, Side } from "../../../grid/style.js";
import { ApiObject, type Property } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import { apiText, colorOf, wordOf } from "../json.js";
import type { Place } from "../place.js";
import type { Json } from "../wire.js";

/** Excel.BorderIndex, except the diagonals. */
type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";
const EDGES: readonly Edge[] = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideHorizontal",
  "InsideVertical",
];

/** Excel.BorderLineStyle. */
export const LINE_STYLES = [
  "None",
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Double",
  "SlantDashDot",
] as const;
/** Excel.BorderWeight. */
export const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;

export const NEW_BORDER: Border = { style: "Continuous", weight: "Thin", color: "#000000" };

/** `range.format.borders`. */
export function bordersObject(session: ApiSession, place: Place): ApiObject {
  const item = (key: Json): ApiObject => {
    const edge = EDGES.find((one) => one === key);
    if (!edge) throw invalidArgument("RangeBorderCollection.getItem", `This host knows ${EDGES.join(", ")}.`);
    return borderObject(session, place, edge);
  };
  return new ApiObject("RangeBorderCollection", {
    items: () => EDGES.map(item),
    item,
    methods: { getItem: (args) => item(args.json(0)) },
  });
}

function borderObject(session: ApiSession, place: Place, edge: Edge): ApiObject {
  const property = (key: keyof Border, read: (value: Json) => string): Property => ({
    get: () => borderValue(place, edge, key),
    set: (value) => change(session, place, edge, key, read(value)),
  });
  return new ApiObject("RangeBorder", {
    identity: () => ({ SideIndex: edge, Id: edge }),
    properties: {
      sideIndex: { get: () => edge },
      style: property("style", (value) => wordOf(value, LINE_STYLES, "RangeBorder.style")),
      weight: property("weight", (value) => wordOf(value, WEIGHTS, "RangeBorder.weight")),
      color: property("color", (value) => colorOf(apiText(value, "RangeBorder.color"), "RangeBorder.color")),
    },
  });
}

/** The cells that an edge of an area touches, and on which side of them it lies. */
function cellsOf(rect: Rect, edge: Edge): readonly { readonly rect: Rect; readonly side: Side }[] {
  switch (edge) {
    case "EdgeTop":
      return [{ rect: { ...rect, bottom: rect.top }, side: "top" }];
    case "EdgeBottom":
      return [{ rect: { ...rect, top: rect.bottom }, side: "bottom" }];
    case "EdgeLeft":
      return [{ rect: { ...rect, right: rect.left }, side: "left" }];
    case "EdgeRight":
      return [{ rect: { ...rect, left: rect.right }, side: "right" }];
    case "InsideHorizontal":
      return rect.top === rect.bottom
        ? []
        : [
            { rect: { ...rect, bottom: rect.bottom - 1 }, side: "bottom" },
            { rect: { ...rect, top: rect.top + 1 }, side: "top" },
          ];
    case "InsideVertical":
      return rect.left === rect.right
        ? []
        : [
            { rect: { ...rect, right: rect.right - 1 }, side: "right" },
            { rect: { ...rect, left: rect.left + 1 }, side: "left" },
          ];
  }
}

function borderValue(place: Place, edge: Edge, key: keyof Border): Json {
  const [first] = cellsOf(place.rect, edge);
  if (!first) return null;
  const border = place.sheet.style(first.rect.top, first.rect.left).borders[first.side];
  if (border) return border[key];
  return key === "style" ? "None" : key === "color" ? "#000000" : "Thin";
}

function change(session: ApiSession, place: Place, edge: Edge, key: keyof Border, value: string): void {
  for (const { rect, side } of cellsOf(place.rect, edge)) {
    restyle(session.grid, place.sheet, rect, (style) => {
      const { [side]: old, ...others } = style.borders;
      if (key === "style" && value === "None") return { ...style, borders: others };
      return { ...style, borders: { ...others, [side]: { ...(old ?? NEW_BORDER), [key]: value } } };
    });
  }
}
