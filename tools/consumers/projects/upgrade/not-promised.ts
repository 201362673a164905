import type { ErrorName } from "@hashkey-errors/types";
import { identify } from "@hashkey-errors/validator";

// Every name of the first release, and no later one. The README does not promise that this
// compiles.
type FirstName = FIRST_NAMES;
export const texts: Readonly<Record<ErrorName, string>> = {} as Readonly<Record<FirstName, string>>;

export function exhaust(): never | undefined {
  const { name } = identify("0211");
  if (name === "UNRECOGNIZED") return undefined;
  const known: FirstName = name;
  return known as never;
}
