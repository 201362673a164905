import { memoizeByObject } from "../std/memoize-by-object.js";
import type { FlagValue, Manifest, StatusFact, WireText } from "./manifest.js";
import { parsePath, STATUS_WORD, type WirePath } from "./wire-path.js";

/** The manifest's rules for reading a response body, with parsed paths. */
export interface Wire {
  /** The path from the body to an error, or to a list of them. */
  readonly error: WirePath;
  /** Whether each item of the list at `error` is an error; the first that has a code decides. */
  readonly isList: boolean;
  /** The paths from an error to its code; the first with a value counts. */
  readonly code: readonly WirePath[];
  /** Whether the HTTP status is the code of a failure that has none at these paths. */
  readonly statusIsCode: boolean;
  /** The paths from an error to its text; the first with a string counts. */
  readonly message: readonly WirePath[];
  /** The regular expression whose group is the code, within a string at one of the `code` paths. */
  readonly codePattern?: string;
  /** The condition that makes a body an error; absent: a code that does not mean success. */
  readonly failed?: WireFailed;
  /** The codes that mean success, in every form that the API sends. */
  readonly success: readonly (string | number | null)[];
  /**
   * Whether a code tells errors from successes by itself. Then `failed` only refuses successes. If
   * not, `failed` decides.
   */
  readonly codeDecides: boolean;
  /** Whether a JSON number means the code of the same numeric value. */
  readonly numericCodes: boolean;
  /** The answers to several requests. */
  readonly batch?: WireBatch;
  /** The meaning of HTTP statuses for requests that no entry explains, by status. */
  readonly statuses: Readonly<Record<string, StatusFact>>;
}

/** A sign that a request failed. */
interface WireFailed {
  /** The members of a body that say it, each with the values that mean failure. */
  readonly members: readonly WireFlag[];
  /** The lowest HTTP status that says it. */
  readonly status?: number;
}

/** A member that says whether a request failed. */
export interface WireFlag {
  /** The path to it: names alone. */
  readonly path: readonly string[];
  /** The values that mean failure. Another value of one of their types means success. */
  readonly values: readonly FlagValue[];
}

/** The places of errors, in a body or in an item of a batch. */
export type ErrorPlaces = Pick<Wire, "error" | "isList" | "code" | "message">;

/** The place of the answers to several requests, and the places of an error in each. */
export interface WireBatch extends ErrorPlaces {
  /** The path from the body to the list. */
  readonly path: WirePath;
}

/** Returns how the responses of an API are read. A path that cannot be meant has no steps. */
export const wireOf: (manifest: Pick<Manifest, "wire">) => Wire = ({ wire }) => resolve(wire);

const resolve = memoizeByObject((written: WireText): Wire => {
  const text = withDefaults(written);
  const error = toErrorPlace(text.error);
  const code = text.code.filter((path) => path !== STATUS_WORD).map(toPath);
  const message = text.message.map(toPath);
  const failed = text.failed && toFailed(text.failed);
  return {
    ...error,
    code,
    statusIsCode: text.code.includes(STATUS_WORD),
    message,
    ...(text.codePattern !== undefined && { codePattern: text.codePattern }),
    ...(failed && { failed }),
    success: text.success,
    codeDecides: failed === undefined || (failed.status === undefined && text.success.length > 0),
    numericCodes: text.numericCodes,
    ...(text.batch !== undefined && { batch: toBatch(text, { ...error, code, message }) }),
    statuses: text.statuses,
  };
});

/** A manifest's `wire`, under today's names and with every default. */
interface WholeText
  extends Omit<WireText, "envelope" | "successCodes" | keyof Defaults>,
    Readonly<Required<Defaults>> {
  readonly code: readonly string[];
  readonly message: readonly string[];
}

type Defaults = Pick<WireText, "error" | "success" | "numericCodes" | "statuses">;

/** Returns what a manifest says of the wire, under today's names and with every default. */
export function withDefaults({ envelope, successCodes, ...written }: WireText): WholeText {
  return {
    ...written,
    error: written.error ?? envelope ?? "",
    code: [written.code].flat(),
    message: [written.message].flat(),
    success: written.success ?? successCodes ?? [],
    numericCodes: written.numericCodes ?? true,
    statuses: written.statuses ?? {},
  };
}

function toErrorPlace(text: string): Pick<Wire, "error" | "isList"> {
  const path = toPath(text);
  const isList = path.at(-1)?.kind === "items";
  return { error: isList ? path.slice(0, -1) : path, isList };
}

function toBatch({ batch = "", batchCode, batchMessage }: WholeText, own: ErrorPlaces): WireBatch {
  const path = toErrorPlace(batch).error;
  if (batchCode === undefined) return { path, ...own };
  const message = batchMessage === undefined ? own.message : [batchMessage].flat().map(toPath);
  return { path, error: [], isList: false, code: [batchCode].flat().map(toPath), message };
}

function toFailed(failed: NonNullable<WireText["failed"]>): WireFailed {
  const { status, ...others } = failed;
  const isHttp = typeof status === "number";
  const members = Object.entries(isHttp ? others : failed).map(([path, values]) => ({
    path: path.split("."),
    values: [values].flat(),
  }));
  return { members, ...(isHttp && { status }) };
}

/** Returns the steps; none where the path cannot be meant, which a rule reports. */
function toPath(text: string): WirePath {
  const path = parsePath(text);
  return typeof path === "string" ? [] : path;
}

/** Returns the path from a body, or from an item of a batch, to its errors. */
export function pathToErrors({ error, isList }: ErrorPlaces): WirePath {
  return isList ? [...error, { kind: "items" }] : error;
}

/** Whether an item of a batch has its error where a whole body has it. */
export function hasSameError(wire: Wire, batch: WireBatch): boolean {
  const placesOf = ({ error, isList, code, message }: ErrorPlaces) =>
    JSON.stringify([error, isList, code, message]);
  return placesOf(batch) === placesOf(wire);
}

/**
 * Returns the names that paths end in: where to look for codes or texts outside of a whole body.
 */
export function finalNames(paths: readonly WirePath[]): readonly string[] {
  return paths.flatMap((path) => namesIn(path).slice(-1));
}

/** Returns the names of a path's members. */
export function namesIn(path: WirePath): readonly string[] {
  return path.flatMap((step) => (step.kind === "member" ? [step.name] : []));
}
