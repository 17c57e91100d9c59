/** What is being built: the page around the grid, or the add-in itself. */
export type BuildStep = { readonly what: "page" } | { readonly what: "pane"; readonly percent: number };
