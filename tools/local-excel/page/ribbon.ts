import type { Button } from "../../page/buttons.js";
import type { RibbonButton } from "./pane/manifest.js";

/** The buttons of the add-in's own ribbon tab. */
export function addinButtons(
  buttons: readonly RibbonButton[],
  press: (button: RibbonButton) => void,
): readonly Button[] {
  return buttons.map((button) => ({
    id: button.id,
    label: button.label,
    tip: button.tip,
    icon: button.icon,
    press: () => press(button),
  }));
}
