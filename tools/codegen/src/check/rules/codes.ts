import type { Catalog } from "../../catalog/catalog.js";
import { codeKey, successKeys } from "../../catalog/code-key.js";
import { isErrorEntry } from "../../catalog/entry.js";
import { successorOf } from "../../catalog/successor.js";
import { wireOf } from "../../catalog/wire.js";
import type { Places } from "../../load/places.js";
import type { Report, Rule } from "../rule.js";

/**
 * Two errors differ in code or message. A code, also as a JSON number, means one thing: success, or
 * one documented code. An alias belongs to one entry.
 */
export const rule: Rule = {
  name: "codes",
  check(catalog, report, places) {
    checkSuccess(catalog, report, places);
    checkTwins(catalog, report, places);
    checkNumbers(catalog, report, places);
    checkAliases(catalog, report, places);
  },
};

function checkSuccess({ entries, manifest }: Catalog, report: Report, places: Places): void {
  const wire = wireOf(manifest);
  const success = successKeys(wire);
  for (const [index, { kind, code }] of entries.entries()) {
    const meansSuccess = success.has(codeKey(code, wire));
    if (meansSuccess === (kind === "success")) continue;
    const place = places.entryAt(index, ["code"]);
    if (meansSuccess) {
      report(
        place,
        `the code ${quote(code)} of an error means success: it is listed in wire.success`,
        {
          hint: "correct the code, or remove it from wire.success in catalog.yaml",
        },
      );
    } else {
      report(place, `the code ${quote(code)} of the success row is missing in wire.success`, {
        hint: "add it to wire.success in catalog.yaml",
      });
    }
  }
}

function checkTwins({ entries }: Catalog, report: Report, places: Places): void {
  const names = new Map<string, string>();
  for (const [index, entry] of entries.entries()) {
    if (!isErrorEntry(entry) || successorOf(entry, entries) !== undefined) continue;
    const key = JSON.stringify([entry.code, entry.message]);
    const twin = names.get(key);
    names.set(key, entry.name);
    if (twin === undefined) continue;
    const message = `same code and message as ${twin}: responses cannot be told apart`;
    report(places.entryAt(index, ["code"]), message, {
      hint: "to rename an entry, retire the old one: retired: { since, reason, replacedBy }",
    });
  }
}

function checkNumbers({ entries, manifest }: Catalog, report: Report, places: Places): void {
  const latest = new Map<string, { code: string; name: string }>();
  for (const [index, entry] of entries.entries()) {
    if (!isErrorEntry(entry)) continue;
    const key = codeKey(entry.code, wireOf(manifest));
    const other = latest.get(key);
    latest.set(key, entry);
    if (other === undefined || other.code === entry.code) continue;
    const message = `the codes ${quote(entry.code)} and ${quote(other.code)} (${other.name}) are the same number`;
    report(places.entryAt(index, ["code"]), message, {
      hint: "correct one of them, or set wire.numericCodes: false in catalog.yaml if codes never come as numbers",
    });
  }
}

function checkAliases({ entries, manifest }: Catalog, report: Report, places: Places): void {
  const owners = new Map<string, string>();
  const wire = wireOf(manifest);
  const keyOf = (code: string) => codeKey(code, wire);
  for (const { code, name } of entries) owners.set(keyOf(code), `the code of ${name}`);
  for (const key of successKeys(wire)) owners.set(key, "a code that means success");
  for (const [index, entry] of entries.entries()) {
    if (successorOf(entry, entries) !== undefined) continue;
    for (const [position, { code }] of entry.aliases.entries()) {
      const owner = owners.get(keyOf(code));
      if (owner === undefined) owners.set(keyOf(code), `an alias of ${entry.name}`);
      else {
        const place = places.entryAt(index, ["aliases", position, "code"]);
        report(place, `the alias ${quote(code)} is already ${owner}`);
      }
    }
  }
}

const quote = (text: string) => JSON.stringify(text);
