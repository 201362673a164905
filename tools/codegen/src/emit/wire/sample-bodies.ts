import type { Wire } from "../../catalog/catalog.js";
import type { FlagValue } from "../../catalog/manifest.js";
import { pathToErrors, type WireBatch, type WireFlag } from "../../catalog/wire.js";
import { writeAt, writeError } from "../../catalog/wire-body.js";
import { toSteps } from "../../catalog/wire-path.js";
import { isTextWithCode, writtenPlaces } from "../../catalog/written-places.js";

/** Returns the members that every success has: its code, and the flags that say so. */
export function sampleSuccess(wire: Wire): object {
  const { error, isList, code, success, codeDecides, failed } = wire;
  const [value] = success;
  const [codePath] = code;
  const hasCode = value !== undefined && codePath !== undefined && !isList;
  const own = hasCode ? writeAt({}, [...error, ...codePath], value) : {};
  const flags = codeDecides ? [] : (failed?.members ?? []);
  return flags.reduce(
    (body, flag) => writeAt(body, toSteps(flag.path), otherValue(flag)),
    own,
  ) as object;
}

const VALUES: readonly FlagValue[] = [true, false, "ok", "success", 0, 200, 1, 2];

/** Returns a value of the type of those that mean failure that does not; undefined if none is known. */
export function otherValue({ values }: WireFlag): FlagValue | undefined {
  return VALUES.find(
    (each) => !values.includes(each) && values.some((value) => typeof value === typeof each),
  );
}

/** Returns the answer to several requests, with `{items}` where it lists theirs. */
export function sampleBatch(wire: Wire, { path }: WireBatch): unknown {
  return writeAt(sampleSuccess(wire), path, "{items}");
}

/** Returns an item of a batch that failed, with `{code}` and `{message}` in their places. */
export function sampleErrorItem(wire: Wire): object {
  const places = wire.batch ?? wire;
  const isText = isTextWithCode(places) && writtenPlaces(places).text === undefined;
  const error = isText
    ? writeAt(undefined, places.message[0] ?? [], "{message}")
    : writeError(places, { code: "{code}", text: "{message}" });
  return writeAt(undefined, pathToErrors(places), error) as object;
}
