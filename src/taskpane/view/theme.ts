import { useSyncExternalStore } from "react";
import { darkTheme, lightTheme, type PaneTheme } from "./tokens.js";

/** The parts of Excel's own theme that tell light from dark; absent on the web. */
export interface OfficeColors {
  readonly bodyBackgroundColor: string;
}

/** Dark where Excel's pane is dark; where Excel does not say, as the system prefers. */
function isDark(office: OfficeColors | null, systemPrefersDark: boolean): boolean {
  const brightness = office === null ? null : brightnessOf(office.bodyBackgroundColor);
  return brightness === null ? systemPrefersDark : brightness < 0.5;
}

/** The Fluent theme for these surroundings, changing with the system's preference. */
export function usePaneTheme(office: OfficeColors | null): PaneTheme {
  const systemPrefersDark = useSyncExternalStore(followPreference, prefersDark);
  return isDark(office, systemPrefersDark) ? darkTheme : lightTheme;
}

/** 0 is black, 1 is white; null for anything but `#RRGGBB`. */
function brightnessOf(color: string): number | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

function preference(): MediaQueryList | null {
  return typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : null;
}

function prefersDark(): boolean {
  return preference()?.matches ?? false;
}

function followPreference(listener: () => void): () => void {
  const query = preference();
  query?.addEventListener("change", listener);
  return () => query?.removeEventListener("change", listener);
}
