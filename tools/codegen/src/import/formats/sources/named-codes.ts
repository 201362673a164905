import { isHeadingOfCodes } from "../rows/headings.js";
import type { LineOf } from "../rows/line-finder.js";
import { looksLikeCode } from "../rows/looks-like-code.js";
import type { DeclaredGroup } from "./declared.js";
import { isReference, lastName } from "./declared-fields.js";
import { isWord, type Value } from "./syntax.js";

/** A constant whose code is known. */
interface Constant {
  readonly code: string;
  readonly line: number;
}

/** Constants by their names; the members of an object, by the name of the object too. */
export type Constants = ReadonlyMap<string, Constant>;

/** The constants of a source file that are codes. */
export function findConstants(groups: readonly DeclaredGroup[], lineOf: LineOf): Constants {
  const constants = new Map<string, Constant>();
  for (const { title, members } of groups) {
    for (const { name, key, values, from } of members) {
      const [value] = values;
      const isCode =
        value?.kind === "number" || (value?.kind === "text" && looksLikeCode(value.text));
      if (!isCode || name === "" || isReference(key)) continue;
      const path = key === undefined ? name : `${title}.${name}`;
      constants.set(path, { code: value.text, line: lineOf(from) });
    }
  }
  return constants;
}

/** The constant that a name such as `Codes.LATE` stands for. */
export function constantOf(name: Value | undefined, constants: Constants): Constant | undefined {
  if (name?.kind !== "name") return undefined;
  return constants.get(name.text) ?? constants.get(lastName(name.text));
}

/** The name that an error has in place of its code: `{ code: Codes.LATE, ... }`. */
export function nameOfCode(values: readonly Value[]): Value | undefined {
  return values
    .flatMap((value) => (value.kind === "object" ? value.members : []))
    .find(({ key, value }) => value.kind === "name" && isWord(key) && isHeadingOfCodes(key.text))
    ?.value;
}
