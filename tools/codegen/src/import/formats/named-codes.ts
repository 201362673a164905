import { lastName } from "./declared-fields.js";
import { isHeadingOfCodes } from "./headings.js";
import type { Value } from "./syntax.js";

/** A constant whose code is known. */
export interface Constant {
  readonly code: string;
  readonly line: number;
}

/** Constants by their names; the members of an object, by the name of the object too. */
export type Constants = ReadonlyMap<string, Constant>;

/** The constant that a name such as `Codes.LATE` stands for. */
export function constantOf(name: Value | undefined, constants: Constants): Constant | undefined {
  if (name?.kind !== "name") return undefined;
  return constants.get(name.text) ?? constants.get(lastName(name.text));
}

/** The name that an error has in place of its code: `{ code: Codes.LATE, ... }`. */
export function nameOfCode(values: readonly Value[]): Value | undefined {
  return values
    .flatMap((value) => (value.kind === "object" ? value.members : []))
    .find(({ key, value }) => value.kind === "name" && "text" in key && isHeadingOfCodes(key.text))
    ?.value;
}
