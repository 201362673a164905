import { isDeepStrictEqual } from "node:util";
import { type Manifest, statusesOf } from "../catalog/manifest.js";
import { withDefaults } from "../catalog/wire.js";
import type { ChangeKind } from "./bump-rules.js";
import { type Change, toCatalogChange } from "./change.js";
import { compareDelays, type Judgment } from "./compare-judgments.js";
import { findDifferences, pairUp } from "./find-differences.js";
import { isEqual } from "./is-equal.js";
import type { Snapshot } from "./snapshot.js";

/**
 * Finds what changed between the manifests of two catalogs; nothing if one has none. Fields that
 * concern only the catalog's editors are not compared: the packages' folders, the documents, the
 * command that generates.
 */
export function compareManifests(
  { manifest: before }: Snapshot,
  { manifest: after, locales }: Snapshot,
): Change[] {
  if (before === undefined || after === undefined) return [];
  return [
    ...compareParts(contractOf(before), contractOf(after), "contract-changed").filter(
      // A package that is added breaks nobody.
      ({ field, before: old }) => old !== null || !field.startsWith("packages."),
    ),
    ...comparePathOrder(before, after),
    ...compareFacts(before, after),
    ...compareSources(before, after),
    ...compareStatuses(before, after),
    ...compareParts(textsOf(before), textsOf(after), "text-changed"),
    ...compareLocaleAliases(before, after, new Set(Object.keys(locales ?? {}))),
  ];
}

type Parts = Readonly<Record<string, unknown>>;

/** The parts that code relies on. What a status says of a request is compared apart. */
function contractOf({ id, wire: written, errorClass, packages, sourceLocale }: Manifest): Parts {
  const { statuses: _, ...wire } = withDefaults(written);
  const parts = Object.entries(wire).map(([part, value]) => [`wire.${part}`, value]);
  const names = Object.entries(packages).map(([part, { name }]) => [`packages.${part}.name`, name]);
  return { id, errorClass, sourceLocale, ...Object.fromEntries([...parts, ...names]) };
}

/**
 * Only another delay is a judgment like that of an error: the types have the words of all statuses.
 */
function compareFacts({ wire: before }: Manifest, { wire: after }: Manifest): Change[] {
  return findDifferences(factsOf(before), factsOf(after)).map(
    ({ key, before: one, after: other }) => {
      const isDelayed = isEqual({ ...one, delay: "" }, { ...other, delay: "" });
      const kind = one && other && isDelayed ? compareDelays(one, other) : "contract-changed";
      return toCatalogChange(`wire.statuses.${key}`, one, other, kind);
    },
  );
}

/** What each status says of a request, without where that is said. */
function factsOf({ statuses = {} }: Manifest["wire"]): Readonly<Record<string, Judgment>> {
  const facts = Object.entries(statuses).map(
    ([status, { sources: _, ...fact }]) => [status, fact] as const,
  );
  return Object.fromEntries(facts);
}

/** Names the statuses whose sources changed. Those of a new or removed status are part of it. */
function compareSources({ wire: before }: Manifest, { wire: after }: Manifest): Change[] {
  return pairUp(before.statuses ?? {}, after.statuses ?? {})
    .filter(({ before: one, after: other }) => one && other && !isEqual(one.sources, other.sources))
    .map(({ key }) => toCatalogChange(`wire.statuses.${key}.sources`, null, null, "text-changed"));
}

/** The texts that are published with the catalog. */
function textsOf({ title, description, tags = {} }: Manifest): Parts {
  const meanings = Object.entries(tags).map(([tag, { description: text }]) => [
    `tags.${tag}`,
    text,
  ]);
  return { title, description, ...Object.fromEntries(meanings) };
}

function compareParts(before: Parts, after: Parts, kind: ChangeKind): Change[] {
  return findDifferences(before, after).map((each) =>
    toCatalogChange(each.key, each.before, each.after, kind),
  );
}

/** Of several paths the first with a value counts, so that their order is relied on too. */
function comparePathOrder({ wire: one }: Manifest, { wire: other }: Manifest): Change[] {
  const [before, after] = [withDefaults(one), withDefaults(other)];
  return (["code", "message", "batchCode", "batchMessage"] as const)
    .map((member) => [`wire.${member}`, before[member], after[member]] as const)
    .filter(([, from, to]) => isEqual(from, to) && !isDeepStrictEqual(from, to))
    .map(([field, from, to]) => toCatalogChange(field, from, to, "contract-changed"));
}

/** A category that was added or removed is among the changes of the vocabularies. */
function compareStatuses(before: Manifest, after: Manifest): Change[] {
  return findDifferences(statusesOf(before), statusesOf(after))
    .filter((each) => each.before !== undefined && each.after !== undefined)
    .map((each) =>
      toCatalogChange(`categories.${each.key}.status`, each.before, each.after, "contract-changed"),
    );
}

/** An alias whose place a locale takes can be imported as before, so that it is not removed. */
function compareLocaleAliases(
  { localeAliases: before = {} }: Manifest,
  { localeAliases: after = {} }: Manifest,
  locales: ReadonlySet<string>,
): Change[] {
  return findDifferences(before, after)
    .filter(({ key }) => !locales.has(key))
    .map((each) => {
      const kind = each.after === undefined ? "export-removed" : "export-added";
      return toCatalogChange(`localeAliases.${each.key}`, each.before, each.after, kind);
    });
}
