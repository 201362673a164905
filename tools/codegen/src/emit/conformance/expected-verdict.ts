import type { Wire } from "../../catalog/catalog.js";
import { toSteps } from "../../catalog/wire-path.js";
import { findValues, type Located } from "./find-values.js";

/** The part of an issue that every port can agree on: not its words. */
export interface ExpectedIssue {
  readonly keyword: string;
  readonly path: readonly (string | number)[];
}

/** Returns what `failed` in the manifest says of a body; undefined where the code decides. */
export function judgeFlags(
  wire: Wire,
  body: object,
  status: number | null,
): "failed" | "succeeded" | undefined {
  if (wire.codeDecides) return undefined;
  const flags = flagsIn(wire, body);
  if (flags.some(({ values, value }) => values.some((each) => each === value))) return "failed";
  if (status !== null && status >= (wire.failed?.status ?? 400)) return "failed";
  if (flags.some(isOfType)) return "succeeded";
  return status === null ? undefined : "succeeded";
}

/** The first member of the body that says that the request failed, or says it in another type. */
export function findFlag(wire: Wire, body: object): ExpectedIssue | undefined {
  for (const flag of flagsIn(wire, body)) {
    const { values, value, place } = flag;
    if (values.some((each) => each === value)) return { keyword: "not", path: place };
    if (!isOfType(flag)) return { keyword: "type", path: place };
  }
  return undefined;
}

interface Flag extends Located {
  readonly values: readonly unknown[];
}

function flagsIn({ failed }: Wire, body: object): readonly Flag[] {
  return (failed?.members ?? []).flatMap(({ path, values }) =>
    findValues({ value: body, place: [] }, toSteps(path)).map((found) => ({ ...found, values })),
  );
}

function isOfType({ values, value }: Flag): boolean {
  return values.some((each) => typeof each === typeof value);
}
