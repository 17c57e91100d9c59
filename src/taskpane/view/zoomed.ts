/*
 * The pane at a zoom of 200 %: of 320 pixels in width it has 160 left, of 380 in height 190. What stands
 * side by side wraps, and the pane scrolls as one: a fixed top and foot would leave no room between them.
 */

/** No room for things side by side. */
export const NARROW = "@media (max-width: 260px)";
/** No room for anything that stays in view. */
export const LOW = "@media (max-height: 260px)";
