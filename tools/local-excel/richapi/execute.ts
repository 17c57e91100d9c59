import { Fault, itemNotFound } from "../../grid/fault.js";
import { ApiObject, Arguments, refuse } from "./api-object.js";
import { hasMember } from "./api-sets.js";
import {
  ACTION,
  type Action,
  type Answer,
  type ArgumentInfo,
  type Batch,
  type Json,
  type ObjectPath,
  PATH,
} from "./wire.js";

/** What Excel cannot undo and therefore refuses inside a group of undo steps. */
const WITHOUT_UNDO: ReadonlySet<string> = new Set([
  "Worksheet.visibility",
  "Worksheet.delete",
  "WorksheetProtection.protect",
  "WorksheetProtection.unprotect",
  "WorkbookProtection.protect",
  "WorkbookProtection.unprotect",
]);

/** What a batch needs from the add-in's session. */
export interface BatchContext {
  root(): ApiObject;
  /** The newest ExcelApi set that this Excel has. */
  readonly excelApi: string;
  /** Whether the batch belongs to a group of undo steps (`mergeUndoGroup`). */
  readonly inUndoGroup: boolean;
  newObject(typeName: string): ApiObject | null;
  kept(reference: string): ApiObject | null;
  /** Keeps an object beyond the batch and gives its reference id. */
  keep(object: ApiObject): void;
}

/**
 * Executes a batch, action by action. The first fault stops it; what was done before stays done, as
 * in Excel.
 */
export function executeBatch(batch: Batch, context: BatchContext): Answer {
  const run = new Execution(batch, context);
  const results: { ActionId: number; Value: Json }[] = [];
  const traces: number[] = [];
  for (const [index, action] of batch.Actions.entries()) {
    try {
      if (action.ActionType === ACTION.trace) traces.push(action.Id);
      const value = action.ActionType === ACTION.trace ? null : run.perform(action);
      results.push({ ActionId: action.Id, Value: value });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return { Results: results, TraceIds: traces, Error: errorOf(error, index) };
    }
  }
  return { Results: results, TraceIds: traces };
}

/** A fault as an answer carries it. */
export function errorOf(fault: Fault, index: number): NonNullable<Answer["Error"]> {
  return {
    Code: fault.code,
    Message: fault.message,
    Location: fault.location,
    HttpStatusCode: fault.code === "ItemNotFound" || fault.code === "ApiNotFound" ? 404 : 400,
    ActionIndex: index,
  };
}

class Execution {
  private readonly objects = new Map<number, ApiObject | null>();

  constructor(
    private readonly batch: Batch,
    private readonly context: BatchContext,
  ) {}

  perform(action: Action): Json {
    const object = this.resolve(action.ObjectPathId);
    if (object === null) return null;
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object.identity();
      case ACTION.query:
      case ACTION.queryAsJson:
        if (action.QueryInfo?.Top !== undefined || action.QueryInfo?.Skip !== undefined)
          refuse("load with top or skip");
        return this.query(object, [...(action.QueryInfo?.Select ?? []), ...(action.QueryInfo?.Expand ?? [])]);
      case ACTION.method:
        return this.invoke(object, action.Name ?? "", action.ArgumentInfo);
      case ACTION.setProperty:
        this.setProperty(
          object,
          action.Name ?? "",
          this.arguments(action.ArgumentInfo, action.Name ?? "").json(0),
        );
        return null;
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {}))
          this.setProperty(object, name, value);
        return null;
      default:
        return refuse(`action type ${action.ActionType}`);
    }
  }

  private invoke(object: ApiObject, name: string, info: ArgumentInfo | undefined): Json {
    if (name === "_KeepReference") {
      this.context.keep(object);
      return null;
    }
    this.mustExist(object, name);
    this.mustHaveUndo(object, name);
    const result = object.method(name)(this.arguments(info, `${object.type}.${name}`));
    if (result instanceof ApiObject) return result.identity();
    return result ?? null;
  }

  private arguments(info: ArgumentInfo | undefined, location: string): Arguments {
    const paths = info?.ReferencedObjectPathIds ?? [];
    const list = (info?.Arguments ?? []).map((argument, index) => {
      const path = paths[index];
      if (typeof path !== "number" || path === 0) return argument;
      return this.resolve(path) ?? argument;
    });
    return new Arguments(list, location);
  }

  /** The object behind a path; null for a null object, on which everything is a no-op. */
  private resolve(id: number): ApiObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.batch.ObjectPaths[id];
    if (!path) throw itemNotFound(`object path ${id}`);
    const object = this.make(path);
    this.objects.set(id, object);
    return object;
  }

  private make(path: ObjectPath): ApiObject | null {
    const parent = path.ParentObjectPathId ? this.resolve(path.ParentObjectPathId) : null;
    if (path.ParentObjectPathId && parent === null) return null;
    switch (path.ObjectPathType) {
      case PATH.root:
        return this.context.root();
      case PATH.newObject:
        return this.context.newObject(path.Name) ?? refuse(path.Name);
      case PATH.reference: {
        const kept = this.context.kept(path.Name);
        if (!kept) throw itemNotFound("reference");
        return kept;
      }
      case PATH.nothing:
        return null;
      default:
        return parent ? this.makeFrom(parent, path) : refuse(`object path type ${path.ObjectPathType}`);
    }
  }

  private makeFrom(parent: ApiObject, path: ObjectPath): ApiObject | null {
    const location = `${parent.type}.${path.Name}`;
    this.mustExist(parent, path.Name);
    switch (path.ObjectPathType) {
      case PATH.property:
        return (parent.child(path.Name) ?? (() => refuse(location)))();
      case PATH.indexer: {
        const item = parent.members.item ?? (() => refuse(`${parent.type}.getItem`));
        return item(this.arguments(path.ArgumentInfo, location).json(0));
      }
      case PATH.method: {
        const made = parent.method(path.Name)(this.arguments(path.ArgumentInfo, location));
        if (made === null || made instanceof ApiObject) return made;
        return refuse(`${location} as an object`);
      }
      default:
        return refuse(`object path type ${path.ObjectPathType}`);
    }
  }

  private setProperty(object: ApiObject, name: string, value: Json): void {
    this.mustExist(object, name);
    this.mustHaveUndo(object, name);
    const set = object.property(name)?.set ?? (() => refuse(`${object.type}.${name} (set)`));
    set(value);
  }

  /**
   * What a load asks for. Paths go down with `/`; no path means all plain properties. For a
   * collection, paths are read on its items, with or without a leading `items`.
   */
  private query(object: ApiObject, paths: readonly string[]): Record<string, Json> {
    const { items } = object.members;
    if (items) {
      const inner = paths.map((path) => path.replace(/^items(?:\/|$)/i, "")).filter((path) => path !== "");
      return { ...object.identity(), _Items: items().map((item) => this.query(item, inner)) };
    }
    const answer = object.identity();
    const wanted = paths.filter((path) => path !== "$none");
    if (paths.length === 0 || wanted.some((path) => path === "*" || path === "$all"))
      this.addAll(object, answer);
    const nested = new Map<string, string[]>();
    for (const path of wanted) {
      if (path === "*" || path === "$all") continue;
      const [head = "", ...rest] = path.split("/");
      this.mustExist(object, head);
      const get = object.property(head)?.get;
      if (get && rest.length === 0) answer[pascal(head)] = get();
      else if (object.child(head)) nested.set(head, [...(nested.get(head) ?? []), rest.join("/")]);
      else refuse(`${object.type}.${head}`);
    }
    for (const [head, inner] of nested) {
      const child = object.child(head)?.() ?? null;
      answer[pascal(head)] =
        child &&
        this.query(
          child,
          inner.filter((path) => path !== ""),
        );
    }
    return answer;
  }

  private addAll(object: ApiObject, answer: Record<string, Json>): void {
    for (const [name, property] of Object.entries(object.members.properties ?? {})) {
      if (property.get && hasMember(this.context.excelApi, object.type, name))
        answer[pascal(name)] = property.get();
    }
  }

  private mustHaveUndo(object: ApiObject, member: string): void {
    const name = `${object.type}.${member.charAt(0).toLowerCase()}${member.slice(1)}`;
    if (this.context.inUndoGroup && WITHOUT_UNDO.has(name)) {
      throw new Fault("UndoNotSupported", `${name} cannot be undone.`, name);
    }
  }

  /** Refuses a member that this Excel is too old for. */
  private mustExist(object: ApiObject, member: string): void {
    if (!hasMember(this.context.excelApi, object.type, member)) {
      throw new Fault(
        "ApiNotFound",
        `${object.type}.${member} is newer than ExcelApi ${this.context.excelApi}.`,
        `${object.type}.${member}`,
      );
    }
  }
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
