import { quoteBriefly } from "../std/quote-briefly.js";
import { findPatternFault } from "./code-pattern.js";
import type { WireText } from "./manifest.js";
import { hasOnlyNames, parsePath, STATUS_WORD, type WirePath } from "./wire-path.js";

/** Something in `wire` that cannot be meant. */
export interface WireFault {
  /** The path of the fault in `wire`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string;
}

/** Finds what the manifest says of responses that cannot be meant, or contradicts itself. */
export function findWireFaults(wire: WireText): readonly WireFault[] {
  return [
    ...oldNames(wire),
    ...pathsOf(wire).flatMap(findPathFault),
    ...statusFaults(wire),
    ...patternFaults(wire),
    ...failedFaults(wire),
    ...batchFaults(wire),
  ];
}

function oldNames(wire: WireText): WireFault[] {
  const names = [["envelope", "error"] as const, ["successCodes", "success"] as const];
  return names
    .filter(([old, name]) => wire[old] !== undefined && wire[name] !== undefined)
    .map(([old, name]) => ({
      path: [old],
      message: `${old} is the old name of ${name}, which is given too`,
      hint: `remove ${old}`,
    }));
}

/** A path as written, its place, and how it may be made. */
interface WrittenPath {
  readonly text: string;
  readonly path: WireFault["path"];
  /** The places where `[]` may be, and whether `*` is allowed. */
  readonly form: "any" | "list-at-end" | "names";
}

function pathsOf(wire: WireText): readonly WrittenPath[] {
  const ends = (["error", "envelope", "batch"] as const).flatMap((field) => {
    const text = wire[field];
    return text === undefined ? [] : [{ text, path: [field], form: "list-at-end" as const }];
  });
  const inErrors = (["code", "message", "batchCode", "batchMessage"] as const).flatMap((field) => {
    const written = wire[field];
    if (typeof written === "string")
      return [{ text: written, path: [field], form: "any" as const }];
    return (written ?? []).map((text, at) => ({ text, path: [field, at], form: "any" as const }));
  });
  const flags = Object.keys(wire.failed ?? {}).map((text) => ({
    text,
    path: ["failed", text],
    form: "names" as const,
  }));
  return [...ends, ...inErrors, ...flags];
}

function findPathFault({ text, path, form }: WrittenPath): WireFault[] {
  if (text === STATUS_WORD && path[0] === "code") return [];
  const steps = parsePath(text);
  const fault = typeof steps === "string" ? steps : findFormFault(steps, form);
  if (fault === undefined) return [];
  return [{ path, message: `the path ${quoteBriefly(text)} is not valid: ${fault}`, hint: HINT }];
}

const HINT = "a path is names with dots between them: Response.Error, errors[], *_response";

function findFormFault(steps: WirePath, form: WrittenPath["form"]): string | undefined {
  if (form === "names" && (steps.length === 0 || !hasOnlyNames(steps)))
    return "it must be the names that lead to one member";
  if (form === "list-at-end" && steps.slice(0, -1).some(({ kind }) => kind === "items"))
    return "[] can only be at its end: what follows belongs in the path of the code";
  return undefined;
}

function statusFaults({ code }: WireText): WireFault[] {
  if (typeof code === "string") return [];
  const at = code.indexOf(STATUS_WORD);
  if (at < 0 || at === code.length - 1) return [];
  const message = `${STATUS_WORD} must be the last of code: every failure has an HTTP status`;
  return [{ path: ["code", at], message }];
}

function patternFaults({ codePattern }: WireText): WireFault[] {
  const fault = codePattern === undefined ? undefined : findPatternFault(codePattern);
  if (fault === undefined) return [];
  const message = `codePattern ${quoteBriefly(codePattern ?? "")} cannot be used: ${fault}`;
  return [{ path: ["codePattern"], message, hint: 'an example: "([^#/:]+)$"' }];
}

function failedFaults({ failed = {}, success = [], code }: WireText): WireFault[] {
  return Object.entries(failed).flatMap(([name, values]): WireFault[] => {
    const path = ["failed", name];
    if (name === "status" && typeof values === "number") {
      if (values >= 400 && values <= 599) return [];
      const message = `failed.status: ${values} is not the HTTP status of a failure: expected 400 to 599`;
      return [{ path, message, hint: `for a member named status, write a list: [${values}]` }];
    }
    const both = [code].flat().includes(name)
      ? [values].flat().find((value) => success.some((each) => each === value))
      : undefined;
    if (both === undefined) return [];
    return [
      { path, message: `${JSON.stringify(both)} means a failure here, and success in success` },
    ];
  });
}

function batchFaults({ error, envelope, batch, batchCode }: WireText): WireFault[] {
  const place = error ?? envelope;
  if (batch === undefined || place === undefined || batchCode !== undefined) return [];
  if (!place.endsWith("[]") || place.replace(/\[\]$/, "") !== batch.replace(/\[\]$/, "")) return [];
  const message = "batch and error are the same list: its items cannot be both";
  return [{ path: ["batch"], message, hint: "say in batchCode where an item has its code" }];
}
