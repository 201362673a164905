import { filterMembers } from "../std/filter-members.js";
import { groupBy } from "../std/group-by.js";
import { memoizeByObject } from "../std/memoize-by-object.js";
import { RESERVED_NAMES } from "./catalog.js";
import {
  CATALOG,
  categoryFields,
  categoryOfField,
  fieldAtPath,
  membersOfFields,
  pathOfField,
} from "./catalog-fields.js";
import {
  type CatalogTexts,
  type DeveloperText,
  type Locale,
  OUTCOME_KEYS,
  type OutcomeTexts,
  type Review,
  type Translation,
} from "./locale.js";

/** Texts by field. */
export type Texts = Readonly<Record<string, string>>;

/**
 * The texts that are translated, reviewed and become stale together: those of one failure, the
 * sentences of the outcomes, what a developer should know about one error, or what the catalog and
 * its categories are called.
 */
export interface TextUnit extends Review {
  readonly texts: Texts;
}

/** The name of the unit that has the sentences of the outcomes. */
export const OUTCOMES = "outcomes";

/** The unit for a request that was never sent: `NO_RESPONSE` whose outcome is `rejected`. */
export const NOT_SENT = "NO_RESPONSE_rejected";

/** The units for failures that no entry is about. */
export const GENERAL_FAILURES: readonly string[] = [...Object.keys(RESERVED_NAMES), NOT_SENT];

/** The units that every locale needs, whatever the entries. */
export const GENERAL_UNITS: readonly string[] = [OUTCOMES, ...GENERAL_FAILURES];

/** The member of a locale that has the texts for developers, and the field of each. */
export const DEVELOPER = "developer";

/** The ending after an entry's name in the name of the unit that has its text for developers. */
const DEVELOPER_ENDING = `_${DEVELOPER}`;

/** The beginning of the fields of the words for values: `values_interval_SECOND`. */
const VALUES_START = "values_";

/** The purpose of a text. */
export type TextKind =
  | "title"
  | "message"
  | "paramless"
  | "description"
  | "value"
  | "outcome"
  | "developer"
  | "catalog";

/** Returns the name of the unit that has an entry's text for developers. */
export function developerUnit(name: string): string {
  return `${name}${DEVELOPER_ENDING}`;
}

/** Whether a unit has the text for developers. */
export function isDeveloperUnit(unit: string): boolean {
  return unit.endsWith(DEVELOPER_ENDING);
}

/** Returns the entry, or the general failure, that a unit belongs to. */
export function nameOfUnit(unit: string): string {
  return isDeveloperUnit(unit) ? unit.slice(0, -DEVELOPER_ENDING.length) : unit;
}

/** Returns what a field of a unit is for. */
export function kindOfField(unit: string, field: string): TextKind {
  if (unit === OUTCOMES) return "outcome";
  if (unit === CATALOG) return "catalog";
  return field.startsWith(VALUES_START) ? "value" : (field as TextKind);
}

/** Returns the fields that a unit must have; the others depend on the error's params. */
export function requiredFields(unit: string): readonly string[] {
  if (unit === OUTCOMES) return OUTCOME_KEYS;
  if (unit === CATALOG) return ["title", "description"];
  return isDeveloperUnit(unit) ? [DEVELOPER] : ["title", "message", "description"];
}

/** Whether a unit may have a field. */
export function isFieldOf(unit: string, field: string): boolean {
  if (requiredFields(unit).includes(field)) return true;
  if (unit === CATALOG) return categoryOfField(field) !== undefined;
  if (unit === OUTCOMES || isDeveloperUnit(unit)) return false;
  return field === "paramless" || /^values_[^_]+_./s.test(field);
}

/** Returns all units of a locale by name, in the order of its file. */
export const unitsOf: (locale: Locale) => ReadonlyMap<string, TextUnit> = memoizeByObject(
  ({ outcomes, catalog, translations, developer = {} }: Locale) => {
    const units = new Map<string, TextUnit>();
    if (outcomes !== undefined) units.set(OUTCOMES, unitOfOutcomes(outcomes));
    if (catalog !== undefined) units.set(CATALOG, unitOfCatalog(catalog));
    for (const [name, one] of Object.entries(translations)) units.set(name, unitOfEntry(one));
    for (const [name, one] of Object.entries(developer))
      units.set(developerUnit(name), unitOfDeveloper(one));
    return units;
  },
);

// A locale that is loaded again has the same objects where its texts have not changed.
const unitOfOutcomes = memoizeByObject((one: OutcomeTexts) => toUnit(one, one));
const unitOfCatalog = memoizeByObject((one: CatalogTexts) =>
  toUnit(one, one, categoryFields(one.categories)),
);
const unitOfEntry = memoizeByObject((one: Translation) => toUnit(one, one, valueFields(one)));
const unitOfDeveloper = memoizeByObject((one: DeveloperText) =>
  toUnit(one, { [DEVELOPER]: one.text }),
);

/** The fields in the order in which they are written and shown. */
const FIELD_ORDER = ["title", "message", "paramless", "description", DEVELOPER, ...OUTCOME_KEYS];

function toUnit(
  { status, sourceHash, allow }: Review,
  fields: object,
  nested: Texts = {},
): TextUnit {
  const texts: Record<string, string> = {};
  const given: Readonly<Record<string, unknown>> = { ...fields };
  for (const field of FIELD_ORDER)
    if (given[field] !== undefined) texts[field] = given[field] as string;
  return { texts: Object.assign(texts, nested), status, sourceHash, ...(allow && { allow }) };
}

function valueFields({ values }: Translation): Texts | undefined {
  if (values === undefined) return undefined;
  const fields = Object.entries(values).flatMap(([param, words]) =>
    Object.entries(words).map(([value, word]) => [valueField(param, value), word]),
  );
  return Object.fromEntries(fields);
}

/** Returns the field of the word for a value of a param. */
export function valueField(param: string, value: string): string {
  return `${VALUES_START}${param}_${value}`;
}

/** Returns the param that a field has a word for; undefined for any other field. */
export function paramOfField(field: string): string | undefined {
  return field.startsWith(VALUES_START) ? parseValueField(field)[0] : undefined;
}

/** The param and the value that a field has the word for. */
export function parseValueField(field: string): readonly [param: string, value: string] {
  // The name of a param has no underscore.
  const [param = "", ...value] = field.slice(VALUES_START.length).split("_");
  return [param, value.join("_")];
}

/** Returns a locale with these units in the place of its own. */
export function withUnits(locale: Locale, units: ReadonlyMap<string, TextUnit>): Locale {
  const { tag, questions } = locale;
  const outcomes = units.get(OUTCOMES);
  const catalog = units.get(CATALOG);
  const others = [...units].filter(([unit]) => unit !== OUTCOMES && unit !== CATALOG);
  const developer = others
    .filter(([unit]) => isDeveloperUnit(unit))
    .map(([unit, { texts, ...review }]) => [
      nameOfUnit(unit),
      { text: texts[DEVELOPER], ...review },
    ]);
  const translations = others
    .filter(([unit]) => !isDeveloperUnit(unit))
    .map(([unit, one]) => [unit, toTranslation(one)]);
  return {
    tag,
    ...(questions && { questions }),
    ...(outcomes && {
      outcomes: toMembers(outcomes) as unknown as NonNullable<Locale["outcomes"]>,
    }),
    ...(catalog && { catalog: toCatalogTexts(catalog) }),
    translations: Object.fromEntries(translations),
    ...(developer.length > 0 && { developer: Object.fromEntries(developer) }),
  };
}

function toCatalogTexts({ texts, ...review }: TextUnit): CatalogTexts {
  return { ...membersOfFields(texts), ...review } as CatalogTexts;
}

function toMembers({ texts, ...review }: TextUnit): object {
  return { ...texts, ...review };
}

function toTranslation({ texts, ...review }: TextUnit): object {
  const words = Object.entries(texts).flatMap(([field, word]) =>
    field.startsWith(VALUES_START) ? [[...parseValueField(field), word] as const] : [],
  );
  const byParam = [...groupBy(words, ([param]) => param)].map(([param, group]) => [
    param,
    Object.fromEntries(group.map(([, value, word]) => [value, word])),
  ]);
  return {
    ...filterMembers(texts, (field) => !field.startsWith(VALUES_START)),
    ...(byParam.length > 0 && { values: Object.fromEntries(byParam) }),
    ...review,
  };
}

/** Returns where a text stands in its locale's file. */
export function pathOfText(unit: string, field: string): readonly string[] {
  if (isDeveloperUnit(unit)) return [DEVELOPER, nameOfUnit(unit), "text"];
  if (unit === CATALOG) return [unit, ...pathOfField(field)];
  if (!field.startsWith(VALUES_START)) return [unit, field];
  return [unit, "values", ...parseValueField(field)];
}

/** Returns the unit, and the field if there is one, that a place in a locale's file belongs to. */
export function textAtPath([first = "", second, ...more]: readonly string[]): {
  readonly unit: string;
  readonly field: string | undefined;
} {
  if (first === DEVELOPER)
    return { unit: developerUnit(second ?? ""), field: more[0] === "text" ? DEVELOPER : undefined };
  if (first === CATALOG) return { unit: first, field: fieldAtPath(second, more) };
  if (second === "values") return { unit: first, field: `${VALUES_START}${more.join("_")}` };
  return { unit: first, field: second };
}
