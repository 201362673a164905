import type { Manifest } from "../catalog/catalog.js";
import type { ChangeKind } from "./bump.js";
import { type Change, catalogChange } from "./change.js";
import { differencesOf } from "./differences.js";

/**
 * What changed between two manifests; nothing where one side has none. What is not compared concerns the catalog's
 * editors alone: where the packages' folders are, the documents, the command that generates.
 */
export function compareManifests(
  before: Manifest | undefined,
  after: Manifest | undefined,
): Change[] {
  if (before === undefined || after === undefined) return [];
  return [
    ...compareParts(contractOf(before), contractOf(after), "contract"),
    ...compareStatuses(before, after),
    ...compareParts(wordsOf(before), wordsOf(after), "wording"),
    ...compareAliases(before, after),
  ];
}

/** The parts that programs rely on. */
function contractOf({ id, wire, errorClass, packages, sourceLocale }: Manifest): Parts {
  const names = Object.entries(packages).map(([part, { name }]) => [`packages.${part}.name`, name]);
  return { id, wire, errorClass, sourceLocale, ...Object.fromEntries(names) };
}

/** The words about the catalog that stand in what is published. */
const wordsOf = ({ title, description }: Manifest): Parts => ({ title, description });

type Parts = Readonly<Record<string, unknown>>;

function compareParts(before: Parts, after: Parts, kind: ChangeKind): Change[] {
  return differencesOf(before, after).map((each) =>
    catalogChange(each.key, each.before, each.after, kind),
  );
}

/** A category that is new or gone has its status with it. */
function compareStatuses(before: Manifest, after: Manifest): Change[] {
  return differencesOf(before.problemStatus, after.problemStatus).map(
    ({ key, before: one, after: other }) => {
      const kind = one === undefined ? "widened" : other === undefined ? "narrowed" : "contract";
      return catalogChange(`problemStatus.${key}`, one, other, kind);
    },
  );
}

function compareAliases(before: Manifest, after: Manifest): Change[] {
  return differencesOf(before.localeAliases ?? {}, after.localeAliases ?? {}).map(
    ({ key, before: one, after: other }) =>
      catalogChange(
        `localeAliases.${key}`,
        one,
        other,
        other === undefined ? "unmatched" : "matched",
      ),
  );
}
