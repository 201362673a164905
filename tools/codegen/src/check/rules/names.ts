import { RESERVED_NAMES } from "../../catalog/catalog.js";
import type { Entry } from "../../catalog/entry.js";
import { upperSnake } from "../../catalog/upper-snake.js";
import { getOwn } from "../../std/get-own.js";
import type { Rule } from "../rule.js";

/**
 * Names are unique, not reserved, and end in one of the manifest's `nameEndings`; the entry's code
 * may follow.
 */
export const rule: Rule = {
  name: "names",
  check({ entries, manifest }, report, places) {
    const seen = new Map<string, number>();
    for (const [index, entry] of entries.entries()) {
      const { name, kind } = entry;
      const place = () => places.entryAt(index, ["name"]);
      const first = seen.get(name);
      if (first === undefined) seen.set(name, index);
      else {
        const { file, line } = places.entryAt(first, ["name"]);
        const hint = `the first is at ${file}:${line}: every entry needs a name of its own`;
        report(place(), `duplicate name ${name}`, { hint });
      }
      const reserved = getOwn(RESERVED_NAMES, name);
      if (reserved !== undefined) report(place(), `the name ${name} is reserved for ${reserved}`);
      const endings = manifest.nameEndings;
      if (kind === "success" || endings === undefined || endsInOne(entry, endings)) continue;
      report(place(), `the name ${name} does not end in one of nameEndings`, {
        hint: `end it in one of ${endings.join(", ")}, or add its ending to nameEndings in catalog.yaml`,
      });
    }
  },
};

function endsInOne({ name, code }: Entry, endings: readonly string[]): boolean {
  const words = withoutSuffix(name, upperSnake(code));
  return endings.some((ending) => words === ending || words.endsWith(`_${ending}`));
}

/** Removes a code from the end of a name: where two codes have the same text, only it differs. */
function withoutSuffix(name: string, code: string): string {
  return name.endsWith(`_${code}`) ? name.slice(0, -code.length - 1) : name;
}
