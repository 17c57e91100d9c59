import type { SheetsBook } from "../book.js";
import { formatDate } from "../entered.js";
import { conditionBuilder, validationBuilder } from "./builders.js";
import { spreadsheetService } from "./spreadsheet.js";
import { strict } from "./strict.js";

/** What a person of the spreadsheet sees that a script shows: menus, the sidebar, alerts. */
export interface Shown {
  menu: readonly { readonly caption: string; readonly calls: string }[];
  sidebar: { readonly file: string; readonly title: string } | null;
  readonly alerts: string[];
}

/** The services of Apps Script over a spreadsheet: the members that the server uses, and no other. */
export interface Services {
  readonly SpreadsheetApp: object;
  readonly CacheService: object;
  readonly LockService: object;
  readonly Utilities: object;
  readonly HtmlService: object;
}

/** Makes the services. `locked` says whether somebody else holds the spreadsheet's lock. */
export function createServices(book: SheetsBook, shown: Shown, locked: () => boolean): Services {
  const spreadsheet = spreadsheetService(book);
  const cache = new Map<string, string>();
  let uuids = 0;
  return {
    SpreadsheetApp: strict("SpreadsheetApp", {
      getActive: () => spreadsheet,
      flush: () => book.write(() => undefined),
      getUi: () => uiService(shown),
      newDataValidation: validationBuilder,
      newConditionalFormatRule: conditionBuilder,
      DeveloperMetadataVisibility: strict("DeveloperMetadataVisibility", { DOCUMENT: "DOCUMENT" }),
      ProtectionType: strict("ProtectionType", { SHEET: "SHEET" }),
      CopyPasteType: strict("CopyPasteType", {
        PASTE_FORMAT: "PASTE_FORMAT",
        PASTE_DATA_VALIDATION: "PASTE_DATA_VALIDATION",
      }),
    }),
    CacheService: strict("CacheService", {
      getDocumentCache: () =>
        strict("Cache", {
          get: (key: string) => cache.get(key) ?? null,
          put: (key: string, value: string, seconds: number) => {
            if (seconds > 21_600) throw new Error("A cache keeps nothing longer than six hours.");
            cache.set(key, value);
          },
        }),
    }),
    LockService: strict("LockService", {
      getDocumentLock: () =>
        strict("Lock", { tryLock: (_milliseconds: number) => !locked(), releaseLock: () => undefined }),
    }),
    Utilities: strict("Utilities", {
      formatDate,
      getUuid: () => {
        uuids += 1;
        return `00000000-0000-4000-8000-${String(uuids).padStart(12, "0")}`;
      },
    }),
    HtmlService: strict("HtmlService", {
      createHtmlOutputFromFile: (file: string) => {
        const output = strict("HtmlOutput", {
          file,
          title: "",
          setTitle: (title: string) => strict("HtmlOutput", { file, title }),
        });
        return output;
      },
    }),
  };
}

function uiService(shown: Shown) {
  return strict("Ui", {
    ButtonSet: strict("ButtonSet", { OK: "OK" }),
    createAddonMenu: () => {
      const items: { readonly caption: string; readonly calls: string }[] = [];
      const menu = strict("Menu", {
        addItem: (caption: string, calls: string) => {
          items.push({ caption, calls });
          return menu;
        },
        addSeparator: () => menu,
        addToUi: () => {
          shown.menu = items;
        },
      });
      return menu;
    },
    showSidebar: (output: { readonly file: string; readonly title: string }) => {
      shown.sidebar = { file: output.file, title: output.title };
    },
    alert: (title: string, text: string, _buttons: string) => {
      shown.alerts.push(`${title}\n${text}`);
      return "OK";
    },
  });
}
