import { memoizeByJson } from "../std/memoize-by-json.js";
import { memoizeByObject } from "../std/memoize-by-object.js";
import type { Catalog } from "./catalog.js";
import { isErrorEntry, isInternal } from "./entry.js";
import type { Manifest } from "./manifest.js";
import { partOf } from "./part.js";
import { createMembership, subsetsOf } from "./subset.js";
import type { Subset } from "./subset-model.js";

/** Returns the catalog as it is published: without internal entries, and subsets that have them. */
export function publishedOf(catalog: Catalog): Catalog {
  const part = partOf(catalog, (entry) => !isInternal(entry));
  if (part === catalog || catalog.manifest.subsets === undefined) return part;
  return { ...part, manifest: withSubsets(part.manifest, publicSubsets(catalog)) };
}

type Subsets = NonNullable<Manifest["subsets"]>;

const withSubsets = memoizeByObject(
  (manifest: Manifest, subsets: Subsets): Manifest => ({ ...manifest, subsets }),
);

/** The published subsets, by the names of their entries: a range may say what is internal. */
function publicSubsets({ manifest, entries }: Catalog): Subsets {
  const errors = entries.filter(isErrorEntry);
  const subsets = subsetsOf(manifest)
    .filter(([, { audience }]) => audience !== "internal")
    .map(([name, subset]): [string, Subset] => {
      const names = errors.filter(createMembership(subset)).map((entry) => entry.name);
      const { description, folder } = subset;
      return [name, { description, names, ...(folder !== undefined && { folder }) }];
    });
  return sameSubsets(Object.fromEntries(subsets));
}

/** The same subsets while what they say is the same, so that what is remembered of them holds. */
const sameSubsets = memoizeByJson((subsets: Subsets) => subsets);
