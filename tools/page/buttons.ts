/** A button of the strip above the grid. */
export interface Button {
  readonly id: string;
  readonly label: string;
  readonly tip?: string;
  readonly icon?: string | null;
  readonly press: () => void;
}

/** Puts buttons into a group of the strip. */
export function showButtons(group: HTMLElement, buttons: readonly Button[]): void {
  group.replaceChildren(
    ...buttons.map(({ id, label, tip, icon, press }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.command = id;
      if (tip) button.title = tip;
      if (icon) button.append(Object.assign(document.createElement("img"), { src: icon, alt: "" }));
      button.append(label);
      button.addEventListener("click", press);
      return button;
    }),
  );
}
