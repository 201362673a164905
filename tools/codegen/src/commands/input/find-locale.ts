import { isDeepStrictEqual } from "node:util";
import type { Catalog, Locale } from "../../catalog/catalog.js";
import { canonicalTag, scriptOf } from "../../catalog/locale-tag.js";
import { UserError } from "../../problem/user-error.js";

/**
 * Finds a locale by its tag, by an alias, or by its tag as other tools write it (`pt_BR`). `option`
 * is what stands before a tag where the user writes it.
 */
export function findLocale({ locales, manifest }: Catalog, requested: string, option = ""): Locale {
  const tag = canonicalTag(requested) ?? requested;
  const aliases = new Map(Object.entries(manifest.localeAliases ?? {}));
  const found = locales.find((locale) => locale.tag === (aliases.get(tag) ?? tag));
  if (found !== undefined) return found;
  const tags = locales.map((locale) => locale.tag).join(", ");
  // Tools name a region that the catalog does not: `ja-JP`.
  const near = locales.find((locale) => isDeepStrictEqual(scriptOf(locale.tag), scriptOf(tag)));
  const meant = near === undefined ? "" : `write ${option}${near.tag} if ${near.tag} is meant, or `;
  throw new UserError(
    `the catalog has no locale ${requested} (it has ${tags}); ${meant}add it with codegen locale add ${tag}`,
  );
}
