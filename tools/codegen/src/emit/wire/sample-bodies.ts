import type { Wire } from "../../catalog/catalog.js";
import type { FlagValue } from "../../catalog/manifest.js";
import type { WireBatch } from "../../catalog/wire.js";
import { toSteps } from "../../catalog/wire-path.js";
import { isTextWithCode, writtenPlaces } from "../../catalog/written-places.js";
import { type BodyShape, bodyAt, errorBodyAt, mergeBodies, textBodyAt } from "./body-shape.js";

type Value = FlagValue | null;

/** Returns the members that every success has: its code, and the flags that say so. */
export function sampleSuccess(wire: Wire): object {
  const { error, isList, code, success, codeDecides, failed } = wire;
  const [value] = success;
  const [codePath] = code;
  const hasCode = value !== undefined && codePath !== undefined && !isList;
  const own = hasCode ? bodyAt<Value>([...error, ...codePath], value) : {};
  const flags = codeDecides ? [] : (failed?.members ?? []);
  return flags.reduce<BodyShape<Value>>(
    (body, { path, values }) => mergeBodies(body, bodyAt(toSteps(path), otherThan(values))),
    own,
  ) as object;
}

/** A value of the same type that does not say "failed". */
function otherThan(values: readonly FlagValue[]): FlagValue {
  const [value] = values;
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return [0, 200, 1].find((n) => !values.includes(n)) ?? 2;
  return ["ok", "success"].find((text) => !values.includes(text)) ?? "";
}

/** Returns the answer to several requests, with `{items}` where it lists theirs. */
export function sampleBatch(wire: Wire, { path }: WireBatch): BodyShape<Value> {
  const success = path.length === 0 ? {} : (sampleSuccess(wire) as BodyShape<Value>);
  return mergeBodies<Value>(success, bodyAt<Value>(path, "{items}"));
}

/** Returns an item of a batch that failed, with `{code}` and `{message}` in their places. */
export function sampleErrorItem(wire: Wire): object {
  const places = wire.batch ?? wire;
  const isText = isTextWithCode(places) && writtenPlaces(places).text === undefined;
  if (isText) return textBodyAt(places, "{message}") as object;
  return errorBodyAt(places, { code: "{code}", text: "{message}" }) as object;
}
