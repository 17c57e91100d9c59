/**
 * What Microsoft's schemas of add-in manifests say (OfficeApp 1.1, TaskPaneApp; VersionOverrides 1.0 for
 * task panes; the basic types), in a form of our own: of each element that an add-in for Excel may have,
 * its children in their order, its attributes, its text. Names are local ones; an element whose meaning
 * depends on its parent is called `Parent/Name`.
 */

interface Shape {
  /** Children in order, each with how often at least and at most. */
  readonly children?: readonly (readonly [name: string, least: number, most: number])[];
  readonly attributes?: Readonly<Record<string, RegExp>>;
  readonly text?: RegExp;
}

const MANY = Number.POSITIVE_INFINITY;
const SHORT = /^[\s\S]{1,125}$/;
const LONG = /^[\s\S]{1,250}$/;
const ADDRESS = /^https:\/\/\S{1,2040}$/;
const RESOURCE = /^\S{1,32}$/;
const LOCALE = /^[a-z]{2,3}(-[a-zA-Z0-9]+)*$/;

const refers: Shape = { attributes: { resid: RESOURCE } };
const told = (words: RegExp): Shape => ({
  children: [["Override", 0, MANY]],
  attributes: { DefaultValue: words },
});
const resource = (words: RegExp): Shape => ({
  children: [["Override", 0, MANY]],
  attributes: { id: RESOURCE, DefaultValue: words },
});

const SHAPES: Readonly<Record<string, Shape | undefined>> = {
  OfficeApp: {
    attributes: { "xsi:type": /^TaskPaneApp$/ },
    children: [
      ["Id", 1, 1],
      ["AlternateId", 0, 1],
      ["Version", 1, 1],
      ["ProviderName", 1, 1],
      ["DefaultLocale", 1, 1],
      ["DisplayName", 1, 1],
      ["Description", 1, 1],
      ["IconUrl", 0, 1],
      ["HighResolutionIconUrl", 0, 1],
      ["SupportUrl", 0, 1],
      ["AppDomains", 0, 1],
      ["Hosts", 0, 1],
      ["Requirements", 0, 1],
      ["DefaultSettings", 1, 1],
      ["Permissions", 1, 1],
      ["VersionOverrides", 0, 1],
    ],
  },
  Id: { text: /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/ },
  Version: { text: /^\d{1,9}(\.\d{1,9}){1,3}$/ },
  ProviderName: { text: SHORT },
  DefaultLocale: { text: LOCALE },
  DisplayName: told(SHORT),
  Description: told(LONG),
  IconUrl: told(ADDRESS),
  HighResolutionIconUrl: told(ADDRESS),
  SupportUrl: told(ADDRESS),
  Override: { attributes: { Locale: LOCALE, Value: LONG } },
  AppDomains: { children: [["AppDomain", 0, MANY]] },
  AppDomain: { text: ADDRESS },
  Hosts: { children: [["Host", 1, MANY]] },
  "OfficeApp/Hosts/Host": {
    attributes: { Name: /^(Workbook|Document|Presentation|Project|Notebook|Database|Mailbox)$/ },
  },
  Requirements: { children: [["Sets", 0, 1]] },
  Sets: { children: [["Set", 1, MANY]], attributes: { DefaultMinVersion: /^\d+\.\d+$/ } },
  Set: { attributes: { Name: /^\S+$/, MinVersion: /^\d+\.\d+$/ } },
  DefaultSettings: { children: [["SourceLocation", 1, 1]] },
  "DefaultSettings/SourceLocation": told(ADDRESS),
  Permissions: { text: /^(Restricted|ReadDocument|ReadAllDocument|WriteDocument|ReadWriteDocument)$/ },
  VersionOverrides: {
    attributes: { "xsi:type": /^VersionOverridesV1_0$/ },
    children: [
      ["Description", 0, 1],
      ["Requirements", 0, 1],
      ["Hosts", 1, 1],
      ["Resources", 1, 1],
    ],
  },
  "VersionOverrides/Hosts/Host": {
    attributes: { "xsi:type": /^(Workbook|Document|Presentation)$/ },
    children: [
      ["AllFormFactors", 0, 1],
      ["DesktopFormFactor", 0, 1],
    ],
  },
  DesktopFormFactor: {
    children: [
      ["GetStarted", 0, 1],
      ["FunctionFile", 0, 1],
      ["ExtensionPoint", 1, MANY],
    ],
  },
  GetStarted: {
    children: [
      ["Title", 1, 1],
      ["Description", 1, 1],
      ["LearnMoreUrl", 1, 1],
    ],
  },
  "GetStarted/Description": refers,
  LearnMoreUrl: refers,
  FunctionFile: refers,
  ExtensionPoint: {
    attributes: { "xsi:type": /^(PrimaryCommandSurface|ContextMenu)$/ },
    children: [
      ["OfficeTab", 0, MANY],
      ["CustomTab", 0, MANY],
    ],
  },
  CustomTab: {
    attributes: { id: SHORT },
    children: [
      ["Group", 1, MANY],
      ["Label", 1, 1],
    ],
  },
  Group: {
    attributes: { id: SHORT },
    children: [
      ["Label", 1, 1],
      ["Icon", 1, 1],
      ["Control", 1, MANY],
    ],
  },
  Label: refers,
  Title: refers,
  Icon: { children: [["Image", 3, MANY]] },
  "Icon/Image": { attributes: { size: /^(16|20|24|32|40|48|64|80)$/, resid: RESOURCE } },
  Control: {
    attributes: { id: SHORT, "xsi:type": /^Button$/ },
    children: [
      ["Label", 1, 1],
      ["Supertip", 1, 1],
      ["Icon", 1, 1],
      ["Action", 1, 1],
    ],
  },
  Supertip: {
    children: [
      ["Title", 1, 1],
      ["Description", 1, 1],
    ],
  },
  "Supertip/Description": refers,
  Action: {
    attributes: { "xsi:type": /^ShowTaskpane$/ },
    children: [
      ["TaskpaneId", 0, 1],
      ["SourceLocation", 1, 1],
      ["Title", 0, 1],
    ],
  },
  TaskpaneId: { text: SHORT },
  "Action/SourceLocation": refers,
  Resources: {
    children: [
      ["Images", 0, 1],
      ["Urls", 0, 1],
      ["ShortStrings", 0, 1],
      ["LongStrings", 0, 1],
    ],
  },
  Images: { children: [["Image", 1, MANY]] },
  "Images/Image": resource(ADDRESS),
  Urls: { children: [["Url", 1, MANY]] },
  Url: resource(ADDRESS),
  ShortStrings: { children: [["String", 1, MANY]] },
  "ShortStrings/String": resource(SHORT),
  LongStrings: { children: [["String", 1, MANY]] },
  "LongStrings/String": resource(LONG),
};

/** What is wrong with a manifest by the schemas, each with its place; nothing when it is valid. */
export function faultsInManifest(root: Element): readonly string[] {
  return root.localName === "OfficeApp"
    ? faultsIn(root, "OfficeApp")
    : [`${root.localName}: not an OfficeApp`];
}

function faultsIn(element: Element, place: string): readonly string[] {
  const shape = shapeAt(place);
  if (shape === undefined) return [`${place}: no such element`];
  return [
    ...faultsInAttributes(element, shape, place),
    ...faultsInText(element, shape, place),
    ...faultsInChildren(element, shape, place),
  ];
}

/** The most particular shape: `Hosts/Host` before `Host`. */
function shapeAt(place: string): Shape | undefined {
  const names = place.split("/");
  return [3, 2, 1].map((count) => SHAPES[names.slice(-count).join("/")]).find((shape) => shape !== undefined);
}

function faultsInAttributes(element: Element, { attributes = {} }: Shape, place: string): readonly string[] {
  const names = [...element.attributes].map(({ name }) => name).filter((name) => !name.startsWith("xmlns"));
  return [
    ...Object.entries(attributes).flatMap(([name, words]) => {
      const value = element.getAttribute(name);
      if (value === null) return [`${place}: lacks ${name}`];
      return words.test(value) ? [] : [`${place}: ${name}="${value}"`];
    }),
    ...names.filter((name) => !(name in attributes)).map((name) => `${place}: has no ${name}`),
  ];
}

function faultsInText(element: Element, { text, children }: Shape, place: string): readonly string[] {
  const own = [...element.childNodes]
    .filter(({ nodeType }) => nodeType === 3)
    .map(({ textContent }) => textContent ?? "")
    .join("");
  if (text !== undefined) return text.test(own) ? [] : [`${place}: "${own}"`];
  return own.trim() === "" || children === undefined ? [] : [`${place}: text between elements`];
}

function faultsInChildren(element: Element, { children = [] }: Shape, place: string): readonly string[] {
  const faults: string[] = [];
  const left = [...element.children];
  for (const [name, least, most] of children) {
    let count = 0;
    while (left[0]?.localName === name && count < most) {
      faults.push(...faultsIn(left[0], `${place}/${name}`));
      left.shift();
      count += 1;
    }
    if (count < least) faults.push(`${place}: lacks ${name}`);
  }
  return [...faults, ...left.slice(0, 1).map((one) => `${place}: ${one.localName} has no place here`)];
}
