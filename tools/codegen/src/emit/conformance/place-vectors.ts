import type { Wire } from "../../catalog/wire.js";
import { writeAt, writeBody, writeError, writeErrors } from "../../catalog/wire-body.js";
import { toSteps, type WirePath } from "../../catalog/wire-path.js";
import type { Vector } from "./vector.js";

const STATUSES = [null, 200, 500] as const;

/**
 * Yields the bodies that test each place where an error, its code or a flag may stand: alone, and
 * beside the other places.
 */
export function* placeVectors(wire: Wire): Generator<Vector> {
  const kinds = [errorBodies, codeBodies, textBodies, formBodies, partBodies, flagBodies];
  for (const [what, body] of kinds.flatMap((bodiesOf) => Object.entries(bodiesOf(wire))))
    for (const status of STATUSES) yield { id: `place/${what}, status ${status}`, body, status };
}

type Bodies = Readonly<Record<string, unknown>>;

/** Bodies with something else than one error where errors stand. */
function errorBodies(wire: Wire): Bodies {
  const { error, isList } = wire;
  if (error.length === 0 && !isList) return {};
  const at = (value: unknown) => writeAt(undefined, error, value);
  const values = { null: null, "an empty list": [], "an empty object": {}, "a string": "x" };
  const bodies = Object.entries(values).map(([what, value]) => [`an error, ${what}`, at(value)]);
  if (!isList) return Object.fromEntries(bodies);
  const [one, other] = ["code-1", "code-2"].map((code) => writeError(wire, { code }));
  const textOnly = writeError(wire, { text: "x" });
  return {
    ...Object.fromEntries(bodies),
    "two errors": writeErrors(wire, [one, other]),
    "an error without a code first": writeErrors(wire, [textOnly, other]),
  };
}

/** Bodies with codes in other places than the first, and in several. */
function codeBodies(wire: Wire): Bodies {
  const { code: paths, success } = wire;
  const bodies: Record<string, unknown> = {};
  const write = (...codes: readonly (readonly [WirePath, unknown])[]) =>
    writeErrors(wire, [codes.reduce<unknown>((to, [path, code]) => writeAt(to, path, code), {})]);
  const [first] = paths;
  for (const [index, path] of paths.entries()) {
    if (path.some(({ kind }) => kind === "items"))
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

/** Returns a value with two others at a path through a list, in two of its items. */
function writeTwo(path: WirePath, one: unknown, other: unknown): unknown {
  const at = path.findIndex(({ kind }) => kind === "items");
  const rest = path.slice(at + 1);
  const items = [one, other].map((value) => writeAt(undefined, rest, value));
  return writeAt(undefined, path.slice(0, at), items);
}

/** Bodies with strings of which a code is, or may be, a part. */
function partBodies(wire: Wire): Bodies {
  if (wire.codePattern === undefined) return {};
  const around = ["x#*", "x:*", "x.*", "x/*", "Ex*", "*#x", "*:x", "*: x", "x#*:x"];
  const texts = [...around.map((each) => each.replace("*", "code")), `${"x#".repeat(129)}code`];
  return Object.fromEntries(
    texts.map((text) => [`a code in ${text.slice(0, 9)}`, writeBody(wire, { code: text })]),
  );
}

/** Bodies with a flag that says that the request succeeded. */
function flagBodies(wire: Wire): Bodies {
  const bodies: Record<string, unknown> = {};
  for (const { path, values } of wire.failed?.members ?? []) {
    const other = OTHERS.find(
      (each) => !values.includes(each) && values.some((value) => typeof value === typeof each),
    );
    const withFlag = (body: unknown) => writeAt(body, toSteps(path), other);
    if (other === undefined) continue;
    const name = `${path.join(".")} says succeeded`;
    bodies[name] = withFlag({});
    bodies[`${name}, beside a code`] = withFlag(writeBody(wire, { code: "code" }));
    bodies[`${name}, beside a text`] = withFlag(writeBody(wire, { text: "x" }));
  }
  return bodies;
}

/** Values of flags; of one that says "failed", another of its type says that it succeeded. */
const OTHERS = [true, false, "other", "another", 0, 1, 2];
