import { ApiObject } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import { apiText, flagOf } from "../json.js";
import { applicationObject } from "./application.js";
import { namesObject } from "./names.js";
import { worksheetsObject } from "./worksheets.js";

/** `context.workbook`, the root of everything. */
export function workbookObject(session: ApiSession): ApiObject {
  const { grid } = session;
  const selected = () => session.range(grid.activeSheet, grid.activeSheet.selection);
  return new ApiObject("Workbook", {
    properties: {
      name: { get: () => grid.name },
      readOnly: { get: () => grid.readOnly },
    },
    children: {
      application: () => applicationObject(session),
      worksheets: () => worksheetsObject(session),
      names: () => namesObject(session, null),
      properties: () => documentProperties(session),
      protection: () => workbookProtection(session),
      _Runtime: () => runtime(session),
    },
    methods: {
      getSelectedRange: selected,
      getActiveCell: () => {
        const { top, left } = grid.activeSheet.selection;
        return session.range(grid.activeSheet, { top, left, bottom: top, right: left });
      },
      _RemoveReference: (args) => {
        session.release(args.text(0));
        return undefined;
      },
    },
  });
}

function documentProperties(session: ApiSession): ApiObject {
  const { grid } = session;
  return new ApiObject("DocumentProperties", {
    properties: {
      title: {
        get: () => grid.title,
        set: (value) => {
          grid.mustBeWritable("DocumentProperties.title");
          grid.title = apiText(value, "DocumentProperties.title");
        },
      },
    },
  });
}

function workbookProtection(session: ApiSession): ApiObject {
  const { grid } = session;
  return new ApiObject("WorkbookProtection", {
    properties: { protected: { get: () => grid.structureProtected } },
    methods: {
      protect: () => {
        grid.mustBeWritable("WorkbookProtection.protect");
        grid.structureProtected = true;
        return undefined;
      },
      unprotect: () => {
        grid.mustBeWritable("WorkbookProtection.unprotect");
        grid.structureProtected = false;
        return undefined;
      },
    },
  });
}

function runtime(session: ApiSession): ApiObject {
  return new ApiObject("Runtime", {
    properties: {
      enableEvents: {
        get: () => session.eventsEnabled,
        set: (value) => {
          session.eventsEnabled = flagOf(value, "Runtime.enableEvents");
        },
      },
    },
  });
}
