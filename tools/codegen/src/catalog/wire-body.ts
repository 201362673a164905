import { type ErrorPlaces, pathToErrors, type Wire, type WireBatch } from "./wire.js";
import { toSteps, type WirePath } from "./wire-path.js";
import { isTextWithCode, writtenPlaces } from "./written-places.js";

/** A code and a text as a body has them; a text that is undefined is left out. */
export interface CodeAndText {
  readonly code?: unknown;
  readonly text?: unknown;
}

/** Returns the body that a code and a text come in, each in its place. */
export function writeBody(wire: Wire, codeAndText: CodeAndText): unknown {
  return writeErrors(wire, [writeError(wire, codeAndText)]);
}

/**
 * Returns the body that errors come in; of several, the first where only one can stand. With
 * `failed` to decide, the body says that the request failed.
 */
export function writeErrors(wire: Wire, errors: readonly unknown[]): unknown {
  const { error, isList, failed, codeDecides } = wire;
  const body = writeAt(undefined, error, isList ? errors : errors[0]);
  const [flag] = codeDecides ? [] : (failed?.members ?? []);
  if (flag === undefined || Array.isArray(body)) return body;
  return writeAt(body, toSteps(flag.path), flag.values[0]);
}

/** Returns an item of a batch with a code and a text. */
export function writeItem(batch: WireBatch, codeAndText: CodeAndText): unknown {
  return writeAt(undefined, pathToErrors(batch), writeError(batch, codeAndText));
}

/** Returns a value with another one at a path, whose members are added where they are missing. */
export function writeAt(target: unknown, path: WirePath, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (step.kind === "items") {
    const [first, ...others] = Array.isArray(target) ? target : [];
    return [writeAt(first, rest, value), ...others];
  }
  const members = typeof target === "object" && target !== null ? target : {};
  const name = step.kind === "member" ? step.name : `${step.prefix}${step.suffix}` || "error";
  const former = (members as Readonly<Record<string, unknown>>)[name];
  return { ...members, [name]: writeAt(former, rest, value) };
}

/** Returns the error that a code and a text come in. */
export function writeError(places: ErrorPlaces, { code, text }: CodeAndText): unknown {
  const [codePath] = places.code;
  // One string has both: the text, in which a pattern finds the code.
  const isBoth = isTextWithCode(places) && typeof text === "string" && text.includes(String(code));
  if (codePath && isBoth) return writeAt(undefined, codePath, text);
  const own = writtenPlaces(places);
  const place = text === undefined ? codePath : own.code;
  const coded =
    code === undefined || place === undefined ? undefined : writeAt(undefined, place, code);
  if (text === undefined || own.text === undefined) return coded ?? {};
  return writeAt(coded, own.text, text);
}
