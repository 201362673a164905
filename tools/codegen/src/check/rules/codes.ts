import type { Entry } from "../../catalog/catalog.js";
import { codeKey } from "../../catalog/code-key.js";
import { successorOf } from "../../catalog/successor.js";
import type { Rule } from "../rule.js";

/** A code and a message bear one entry together; codes and aliases do not collide, numerically either. */
export const rule: Rule = {
  name: "codes",
  check({ entries, manifest }, report, places) {
    const { success } = manifest.wire;
    const keyOf = (code: string) => codeKey(code, manifest.wire);
    const successKeys = new Set(success.map((code) => keyOf(String(code))));
    const firstByCode = new Map<string, { code: string; name: string }>();
    const pairs = new Map<string, string>();

    for (const [index, entry] of entries.entries()) {
      const place = () => places.entryAt(index, ["code"]);
      const meansSuccess = successKeys.has(keyOf(entry.code));
      if (entry.kind === "success") {
        if (!meansSuccess)
          report(
            place(),
            `the code ${quote(entry.code)} of the success row is not in wire.success`,
          );
        continue;
      }
      if (meansSuccess)
        report(
          place(),
          `the code ${quote(entry.code)} means success (wire.success in catalog.yaml)`,
        );
      const pair = JSON.stringify([entry.code, entry.message]);
      const twin = pairs.get(pair);
      const isRenamed = successorOf(entry, entries) !== undefined;
      if (twin !== undefined && !isRenamed)
        report(place(), `${twin} has the same code and message: nothing tells them apart`, {
          hint: `a rename is a retirement: retired: { since, reason, replacedBy } in the old entry`,
        });
      if (!isRenamed) pairs.set(pair, entry.name);

      const first = firstByCode.get(keyOf(entry.code));
      if (first !== undefined && first.code !== entry.code) {
        report(
          place(),
          `the code ${quote(entry.code)} has the same numeric value as ${quote(first.code)} of ${first.name}`,
        );
      }
      firstByCode.set(keyOf(entry.code), entry);
    }
    checkAliases(entries, successKeys, keyOf, (entryIndex, aliasIndex, message) =>
      report(places.entryAt(entryIndex, ["aliases", aliasIndex, "code"]), message),
    );
  },
};

function checkAliases(
  entries: readonly Entry[],
  successKeys: ReadonlySet<string>,
  keyOf: (code: string) => string,
  report: (entryIndex: number, aliasIndex: number, message: string) => void,
): void {
  const owners = new Map(entries.map(({ code, name }) => [keyOf(code), `code of ${name}`]));
  for (const [entryIndex, entry] of entries.entries()) {
    const { aliases, name } = entry;
    if (successorOf(entry, entries) !== undefined) continue;
    for (const [aliasIndex, { code }] of aliases.entries()) {
      const owner = successKeys.has(keyOf(code))
        ? "codes that mean success"
        : owners.get(keyOf(code));
      if (owner !== undefined)
        report(entryIndex, aliasIndex, `the alias ${quote(code)} collides with the ${owner}`);
      owners.set(keyOf(code), `alias of ${name}`);
    }
  }
}

const quote = (text: string) => JSON.stringify(text);
