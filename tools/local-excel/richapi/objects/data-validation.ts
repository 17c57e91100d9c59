import { mustBeFormattable } from "../../../grid/edit.js";
import {
  type ValidationPatch,
  validationOf,
  validationType,
  withoutValidation,
  withValidation,
} from "../../../grid/validation.js";
import { ApiObject } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import { fieldsOf, flagOf } from "../json.js";
import type { Place } from "../place.js";

/** `range.dataValidation`. Rules are kept as given; typing in the grid obeys them. */
export function dataValidationObject(session: ApiSession, place: Place): ApiObject {
  const { grid } = session;
  const found = () => validationOf(place.sheet.validations, place.rect);
  const change = (patch: ValidationPatch | null) => {
    mustBeFormattable(grid, place.sheet, "DataValidation");
    place.sheet.validations = patch
      ? withValidation(place.sheet.validations, place.rect, patch)
      : withoutValidation(place.sheet.validations, place.rect);
    grid.record({ kind: "layout", sheetId: place.sheetId });
    return undefined;
  };
  const one = () => {
    const validation = found();
    return typeof validation === "string" ? null : validation;
  };
  return new ApiObject("DataValidation", {
    properties: {
      type: { get: () => validationType(found()) },
      rule: {
        get: () => one()?.rule ?? {},
        set: (value) => change({ rule: fieldsOf(value, "DataValidation.rule") }),
      },
      prompt: {
        get: () => one()?.prompt ?? {},
        set: (value) => change({ prompt: fieldsOf(value, "DataValidation.prompt") }),
      },
      errorAlert: {
        get: () => one()?.errorAlert ?? {},
        set: (value) => change({ errorAlert: fieldsOf(value, "DataValidation.errorAlert") }),
      },
      ignoreBlanks: {
        get: () => one()?.ignoreBlanks ?? true,
        set: (value) => change({ ignoreBlanks: flagOf(value, "DataValidation.ignoreBlanks") }),
      },
    },
    methods: { clear: () => change(null) },
  });
}
