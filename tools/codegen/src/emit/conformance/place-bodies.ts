import type { ErrorEntry } from "../../catalog/catalog.js";
import { examplesOf } from "../../catalog/entry.js";
import { renderTemplate } from "../../catalog/template.js";
import { pathToErrors, type Wire } from "../../catalog/wire.js";
import { writeAt, writeBody, writeError, writeErrors } from "../../catalog/wire-body.js";
import { hasOnlyNames, toSteps, type WirePath } from "../../catalog/wire-path.js";
import { otherValue } from "../wire/sample-bodies.js";

type Bodies = Readonly<Record<string, unknown>>;

/**
 * Returns the bodies that test each place where an error, its code or a flag may stand: alone, and
 * beside the other places.
 */
export function placeBodies(wire: Wire, errors: readonly ErrorEntry[]): Bodies {
  return {
    ...errorBodies(wire),
    ...listBodies(wire, errors),
    ...codeBodies(wire),
    ...textBodies(wire),
    ...formBodies(wire),
    ...partBodies(wire, errors),
    ...flagBodies(wire),
    ...strayBodies(wire),
  };
}

/** Bodies with something else than one error where errors stand. */
function errorBodies(wire: Wire): Bodies {
  const { error, isList } = wire;
  if (error.length === 0 && !isList) return {};
  const at = (value: unknown) => writeAt(undefined, error, value);
  const [one, other] = ["code-1", "code-2"].map((code) => writeError(wire, { code }));
  const values = {
    null: null,
    "an empty list": [],
    "an empty object": {},
    "a string": "x",
    ...(isList && { "an object": { x: one } }),
  };
  const bodies = Object.fromEntries(
    Object.entries(values).map(([what, value]) => [`an error, ${what}`, at(value)]),
  );
  if (hasOnlyNames(pathToErrors(wire))) return bodies;
  const textOnly = writeError(wire, { text: "x" });
  return {
    ...bodies,
    "two errors": writeTwo(pathToErrors(wire), one, other),
    "an error without a code first": writeTwo(pathToErrors(wire), textOnly, other),
    "a string beside an error": writeTwo(pathToErrors(wire), "x", other),
  };
}

/** Bodies with a list of two errors that are judged differently. */
function listBodies(wire: Wire, errors: readonly ErrorEntry[]): Bodies {
  if (!wire.isList) return {};
  const pairs = errors.flatMap((one, index) => errors.slice(index + 1).map((two) => [one, two]));
  const write = ({ code, message, params }: ErrorEntry) =>
    writeError(wire, { code, text: renderTemplate(message, examplesOf(params)) });
  const bodies = pairs.map((pair) => {
    const judgments = pair.map(({ outcome, retry }) => `${outcome} ${retry}`);
    return [`two errors, ${judgments.join(" and ")}`, writeErrors(wire, pair.map(write))];
  });
  return Object.fromEntries(bodies);
}

/** Bodies with codes in other places than the first, and in several. */
function codeBodies(wire: Wire): Bodies {
  const { code: paths, success } = wire;
  const bodies: Record<string, unknown> = {};
  const write = (...codes: readonly (readonly [WirePath, unknown])[]) =>
    writeErrors(wire, [codes.reduce<unknown>((to, [path, code]) => writeAt(to, path, code), {})]);
  const [first] = paths;
  for (const [index, path] of paths.entries()) {
    if (!hasOnlyNames(path))
      bodies[`code ${index + 1}, in the second item`] = writeErrors(wire, [
        writeTwo(path, null, "code-2"),
      ]);
    if (first === undefined || index === 0) continue;
    const place = `code ${index + 1}`;
    bodies[place] = write([path, "code-1"]);
    bodies[`${place}, beside the first`] = write([first, "code-1"], [path, "code-2"]);
    bodies[`${place}, beside null`] = write([first, null], [path, "code-2"]);
    if (wire.codePattern !== undefined)
      bodies[`${place}, beside a string without a code`] = write([first, "#"], [path, "code-2"]);
    if (success.length > 0)
      bodies[`${place}, beside a success code`] = write([first, success[0]], [path, "code-2"]);
  }
  return bodies;
}

/** Bodies with a text in another place than the first, and no code. */
function textBodies(wire: Wire): Bodies {
  return Object.fromEntries(
    wire.message
      .slice(1)
      .map((path, index) => [
        `text ${index + 2}, without a code`,
        writeErrors(wire, [writeAt(undefined, path, "x")]),
      ]),
  );
}

/** Bodies with a code that differs from a success code in its type alone. */
function formBodies(wire: Wire): Bodies {
  const others = wire.success
    .filter((code) => code !== null && code !== "")
    .map((code) => (typeof code === "string" ? Number(code) : String(code)))
    .filter((code) => !Number.isNaN(code) && !wire.success.includes(code));
  return Object.fromEntries(
    others.map((code) => [`a success code as ${JSON.stringify(code)}`, writeBody(wire, { code })]),
  );
}

/** Returns a value with two others at a path that may lead to several. */
function writeTwo(path: WirePath, one: unknown, other: unknown): unknown {
  const at = path.findIndex(({ kind }) => kind !== "member");
  const [step] = path.slice(at);
  const [first, second] = [one, other].map((value) =>
    writeAt(undefined, path.slice(at + 1), value),
  );
  const values =
    step?.kind === "matching"
      ? {
          [`${step.prefix}x${step.suffix}`]: first,
          [`${step.prefix}y${step.suffix}`]: second,
        }
      : [first, second];
  return writeAt(undefined, path.slice(0, at), values);
}

/** Bodies with strings of which a code is, or may be, a part. */
function partBodies(wire: Wire, [error]: readonly ErrorEntry[]): Bodies {
  if (wire.codePattern === undefined) return {};
  const { code } = error ?? { code: "code" };
  const around = ["x#*", "x:*", "x.*", "x/*", "Ex*", "*#x", "*:x", "*: x", "x#*:x"];
  const strings = {
    ...Object.fromEntries(around.map((each) => [each, each.replace("*", code)])),
    "256 characters": `#${code}`.padStart(256, "x"),
    "257 characters": `#${code}`.padStart(257, "x"),
  };
  return Object.fromEntries(
    Object.entries(strings).map(([what, text]) => [
      `a code in ${what}`,
      writeBody(wire, { code: text }),
    ]),
  );
}

/** Bodies with a flag that says that the request succeeded. */
function flagBodies(wire: Wire): Bodies {
  const bodies: Record<string, unknown> = {};
  for (const flag of wire.failed?.members ?? []) {
    const other = otherValue(flag);
    if (other === undefined) continue;
    const withFlag = (body: unknown) => writeAt(body, toSteps(flag.path), other);
    const name = `${flag.path.join(".")} says succeeded`;
    bodies[name] = withFlag({});
    bodies[`${name}, beside a code`] = withFlag(writeBody(wire, { code: "code" }));
    bodies[`${name}, beside a text`] = withFlag(writeBody(wire, { text: "x" }));
  }
  return bodies;
}

/** Bodies in which something else stands on the way to a code, a text, a flag or a batch. */
function strayBodies(wire: Wire): Bodies {
  const whole = writeError(wire, { code: "code-1", text: "x" });
  const success = wire.success.length > 0 ? writeBody(wire, { code: wire.success[0] }) : {};
  const decided = wire.codeDecides ? success : writeErrors(wire, [whole]);
  const inError = (path: WirePath, value: unknown) =>
    writeErrors(wire, [writeAt(whole, path, value)]);
  const flags = (wire.failed?.members ?? []).map(({ path }) => toSteps(path));
  return Object.fromEntries([
    ...wire.code.flatMap((path, index) => straysOn(`code ${index + 1}`, path, inError)),
    ...wire.message.flatMap((path, index) => straysOn(`text ${index + 1}`, path, inError)),
    ...straysOn("error", wire.error, (path, value) => writeAt(undefined, path, value)),
    ...flags.flatMap((path, index) =>
      straysOn(`flag ${index + 1}`, path, (holder, value) => writeAt(decided, holder, value)),
    ),
    ...straysOn("batch", wire.batch?.path ?? [], (path, value) => writeAt(success, path, value)),
  ]);
}

/** Returns a body for each step on a path, and each value that cannot lead on. */
function straysOn(
  what: string,
  path: WirePath,
  write: (path: WirePath, value: unknown) => unknown,
): readonly (readonly [what: string, body: unknown])[] {
  return path.slice(1).flatMap((step, index) => {
    const rest = writeAt(undefined, path.slice(index + 1), "code-2");
    const [item] = Array.isArray(rest) ? rest : [];
    const strays = {
      "a string": "x",
      null: null,
      ...(step.kind === "items" ? { "an object": { x: item } } : { "a list": [rest] }),
    };
    return Object.entries(strays).map(
      ([stray, value]) =>
        [`${what}, ${stray} at step ${index + 1}`, write(path.slice(0, index + 1), value)] as const,
    );
  });
}
