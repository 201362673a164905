import type { Catalog, Locale } from "../../catalog/catalog.js";
import { canonicalTag } from "../../catalog/locale-tag.js";
import { UserError } from "../../problem/user-error.js";

/** Finds a locale by its tag, by an alias, or by its tag as other tools write it (`pt_BR`). */
export function findLocale({ locales, manifest }: Catalog, requested: string): Locale {
  const tag = canonicalTag(requested) ?? requested;
  const aliases = new Map(Object.entries(manifest.localeAliases ?? {}));
  const found = locales.find((locale) => locale.tag === (aliases.get(tag) ?? tag));
  if (found !== undefined) return found;
  const tags = locales.map((locale) => locale.tag).join(", ");
  throw new UserError(
    `the catalog has no locale ${requested} (it has ${tags}); add it with codegen locale add ${tag}`,
  );
}
