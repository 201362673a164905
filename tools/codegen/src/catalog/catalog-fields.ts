import type { CatalogTexts } from "./locale.js";

/** The name of the unit that has the texts of the catalog itself. No locale needs it. */
export const CATALOG = "catalog";

/** The member of the unit that has the texts of the categories. */
const CATEGORIES = "categories";

/** A category's name, or its description: `category_order`, `category_order_description`. */
const CATEGORY_FIELD = /^category_([a-z][a-z0-9-]*)(?:_(description))?$/;

type Fields = Readonly<Record<string, string>>;

/** Returns the names and descriptions of categories as fields of the unit. */
export function categoryFields(categories: CatalogTexts["categories"] = {}): Fields {
  const fields = Object.entries(categories).flatMap(([category, { name, description }]) => [
    [fieldOf(category), name],
    [fieldOf(category, "description"), description],
  ]);
  return Object.fromEntries(fields);
}

/** Returns the category that a field is about. */
export function categoryOfField(field: string): string | undefined {
  return CATEGORY_FIELD.exec(field)?.[1];
}

/** Returns the unit's members in the locale's file: categories have an object each. */
export function membersOfFields(fields: Fields): object {
  const categories: Record<string, Record<string, string>> = {};
  const plain: Record<string, string> = {};
  for (const [field, text] of Object.entries(fields)) {
    const [, category, member = "name"] = pathOfField(field);
    if (category === undefined) plain[field] = text;
    else categories[category] = { ...categories[category], [member]: text };
  }
  return { ...plain, ...(Object.keys(categories).length > 0 && { [CATEGORIES]: categories }) };
}

/** Returns where a field stands in the unit. */
export function pathOfField(field: string): readonly string[] {
  const [, category, member = "name"] = CATEGORY_FIELD.exec(field) ?? [];
  return category === undefined ? [field] : [CATEGORIES, category, member];
}

/** Returns the field that a place in the unit belongs to. */
export function fieldAtPath(
  member: string | undefined,
  [category, part]: readonly string[],
): string | undefined {
  return member === CATEGORIES && category !== undefined ? fieldOf(category, part) : member;
}

function fieldOf(category: string, member?: string): string {
  return `category_${category}${member === "description" ? "_description" : ""}`;
}
