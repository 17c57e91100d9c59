/** One ribbon button out of the add-in's manifest. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of the icon, or null. */
  readonly icon: string | null;
  readonly action:
    | { readonly kind: "pane"; readonly address: string }
    | { readonly kind: "function"; readonly name: string };
}

interface Ribbon {
  readonly tab: string;
  readonly buttons: readonly RibbonButton[];
}

/** Reads the ribbon of an XML manifest. Addresses are made relative to this server. */
export function readManifest(xml: string): Ribbon {
  const manifest = new DOMParser().parseFromString(xml, "text/xml");
  const resources = resourcesOf(manifest);
  const text = (parent: Element, tag: string) => resources.get(attribute(child(parent, tag), "resid")) ?? "";
  const tab = elements(manifest, "CustomTab")[0];
  const buttons = elements(manifest, "Control").flatMap((control): RibbonButton[] => {
    const action = actionOf(control, resources);
    const supertip = child(control, "Supertip");
    const image = elements(control, "Image").find((one) => one.getAttribute("size") === "32");
    if (!action) return [];
    return [
      {
        id: control.getAttribute("id") ?? "",
        label: text(control, "Label"),
        tip: supertip ? text(supertip, "Description") : "",
        icon: image ? localAddress(resources.get(attribute(image, "resid")) ?? "") : null,
        action,
      },
    ];
  });
  return { tab: tab ? text(tab, "Label") : "", buttons };
}

function actionOf(control: Element, resources: ReadonlyMap<string, string>): RibbonButton["action"] | null {
  const action = child(control, "Action");
  if (!action) return null;
  const name = child(action, "FunctionName")?.textContent;
  if (name) return { kind: "function", name };
  const address = resources.get(attribute(child(action, "SourceLocation"), "resid"));
  return address === undefined ? null : { kind: "pane", address: localAddress(address) };
}

function resourcesOf(manifest: Document): ReadonlyMap<string, string> {
  const tags = ["Image", "Url", "String"];
  const all = tags
    .flatMap((tag) => elements(manifest, tag))
    .filter((one) => one.hasAttribute("DefaultValue"));
  return new Map(all.map((one) => [attribute(one, "id"), attribute(one, "DefaultValue")]));
}

/** The manifest names an address of its own; the same files are served here. */
function localAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { pathname, search, hash } = new URL(address);
  return pathname + search + hash;
}

function elements(parent: Document | Element, tag: string): readonly Element[] {
  return [...parent.getElementsByTagNameNS("*", tag)];
}

/** The direct child of that name: a control holds labels of others further down. */
function child(parent: Element, tag: string): Element | undefined {
  return [...parent.children].find((one) => one.localName === tag);
}

function attribute(element: Element | undefined, name: string): string {
  return element?.getAttribute(name) ?? "";
}
