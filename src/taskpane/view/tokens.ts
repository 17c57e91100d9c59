import values from "./theme-values.json" with { type: "json" };

/*
 * The design tokens of Fluent's own light and dark theme for the web that the pane and what it uses of
 * Fluent name: all 459, in two themes and a list of names, weigh 60 KB. A test holds them against Fluent.
 */

type Name = keyof typeof values.both | keyof typeof values.light;

export type PaneTheme = typeof values.both & typeof values.light;

export const lightTheme: PaneTheme = { ...values.both, ...values.light };
export const darkTheme: PaneTheme = { ...values.both, ...values.dark };

/** Tokens as style rules take them: `tokens.colorBrandBackground` is `var(--colorBrandBackground)`. */
export const tokens = Object.fromEntries(
  Object.keys(lightTheme).map((name) => [name, `var(--${name})`]),
) as Readonly<Record<Name, string>>;
