import {
  CanceledError,
  ICommandService,
  type IDisposable,
  type Injector,
  type IRange,
  LocaleType,
  mergeLocales,
  toDisposable,
  Univer,
  UniverInstanceType,
} from "@univerjs/core";
import {
  IEditorBridgeService,
  ISheetCellDropdownManagerService,
  UniverDocsPlugin,
  UniverDocsUIPlugin,
  UniverFormulaEnginePlugin,
  UniverRenderEnginePlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsFormulaUIPlugin,
  UniverSheetsPlugin,
  UniverSheetsUIPlugin,
  UniverUIPlugin,
} from "@univerjs/preset-sheets-core";
import coreTexts from "@univerjs/preset-sheets-core/locales/vi-VN";
import {
  UniverDataValidationPlugin,
  UniverSheetsDataValidationPlugin,
  UniverSheetsDataValidationUIPlugin,
} from "@univerjs/preset-sheets-data-validation";
import validationTexts from "@univerjs/preset-sheets-data-validation/locales/vi-VN";

/** The id of the one workbook that the grid shows. */
export const UNIT = "workbook";

/** The grid component on the page, reduced to what the view needs of it. */
export interface Sheets {
  readonly injector: Injector;
  /** Runs one of the component's commands at once. */
  run(id: string, params: object): boolean;
  /** Scrolls so that cells are seen. */
  reveal(range: IRange): void;
  /** Is asked before each command; a false answer keeps it from running. */
  guard(allows: (id: string, params: object | undefined) => boolean): IDisposable;
  /** Is told after each command. */
  watch(done: (id: string, params: object | undefined) => void): IDisposable;
}

/** Puts an empty grid with Vietnamese menus into an element of the page. */
export function createSheets(container: HTMLElement): Sheets {
  const univer = new Univer({
    locale: LocaleType.VI_VN,
    locales: { [LocaleType.VI_VN]: mergeLocales(coreTexts, validationTexts) },
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, { container, header: true, toolbar: false, menu: HIDDEN_MENU });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: true,
    footer: { sheetBar: true, statisticBar: false, menus: true, zoomSlider: true },
    disableForceStringAlert: true,
    disableForceStringMark: true,
  });
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin, {
    showEditOnDropdown: false,
    showSearchOnDropdown: false,
  });
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: UNIT,
    name: "",
    appVersion: "",
    locale: LocaleType.VI_VN,
    styles: {},
    sheetOrder: ["blank"],
    sheets: { blank: { id: "blank", name: "…" } },
  });
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  keepListsShutWhileTyping(injector);
  return {
    injector,
    run: (id, params) => commands.syncExecuteCommand(id, params, AS_COLLABORATOR),
    reveal: (range) => void commands.executeCommand("sheet.command.scroll-to-cell", { range }),
    guard: (allows) =>
      commands.beforeCommandExecuted((command) => {
        if (!allows(command.id, command.params)) throw new CanceledError();
      }),
    watch: (done) => commands.onCommandExecuted((command) => done(command.id, command.params)),
  };
}

/** A list opens at its arrow only: opened by typing it would take the keyboard from the cell. */
function keepListsShutWhileTyping(injector: Injector): void {
  const lists = injector.get(ISheetCellDropdownManagerService);
  const editor = injector.get(IEditorBridgeService);
  const show = lists.showDropdown.bind(lists);
  lists.showDropdown = (list) => (editor.isVisible().visible ? toDisposable(() => {}) : show(list));
}

/** Changes of a collaborator are shown and nothing more: no jump to a new sheet, no editor closed. */
const AS_COLLABORATOR = { fromCollab: true };

/** What the grid offers in its menus but this workbook does not do. */
const HIDDEN_MENU = Object.fromEntries(
  [
    "sheet.menu.clear-selection",
    "sheet.menu.paste-special",
    "sheet.menu.sheet-frozen",
    "sheet.contextMenu.permission",
    "sheet.menu.copy-special",
    "sheet.command.copy-sheet",
    "sheet.contextMenu.permission-row-column",
    "sheet.command.add-range-protection-from-sheet-bar",
    "sheet.command.delete-worksheet-protection-from-sheet-bar",
    "sheet.command.change-sheet-protection-from-sheet-bar",
    "sheet.command.view-sheet-permission-from-sheet-bar",
  ].map((id) => [id, { hidden: true }]),
);
