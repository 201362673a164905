import { type Catalog, UNRECOGNIZED } from "../../catalog/catalog.js";
import { CATALOG, categoryOfField } from "../../catalog/catalog-fields.js";
import { isErrorEntry, type Param } from "../../catalog/entry.js";
import type { Locale } from "../../catalog/locale.js";
import type { Manifest } from "../../catalog/manifest.js";
import { paramsByName } from "../../catalog/params-by-name.js";
import { hasStrayBraces, placeholdersOf } from "../../catalog/template.js";
import {
  GENERAL_UNITS,
  nameOfUnit,
  pathOfText,
  unitsOf,
  valueField,
} from "../../catalog/text-unit.js";
import type { Places } from "../../load/places.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import { listSome } from "../../std/list-some.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import {
  eachText,
  type LocaleText,
  rememberFaults,
  reportTexts,
  type TextFault,
} from "../each-text.js";
import type { Report, Rule } from "../rule.js";

/** A param may have many values: only the first are shown. */
const SHOWN = 5;

/**
 * Texts are those of errors in the catalog. Messages have the placeholders of the error's message,
 * and values the words of a locale.
 */
export const rule: Rule = {
  name: "translations",
  check(catalog, report, places) {
    const params = withGeneral(paramsByName(catalog.entries));
    const { categories } = catalog.manifest;
    if (catalog.complete) checkNames(catalog, [...params.keys()], report, places);
    for (const locale of catalog.locales)
      reportTexts(findFaults(locale, params, categories), report, places);
    checkValues(catalog, report, places);
  },
};

/** The values that are known of each param, by its name. */
type KnownValues = Readonly<Record<string, Pick<Param, "values">>>;

/** The params of each failure that a locale has texts for; those of other texts have none. */
const withGeneral = memoizeByObject(
  (params: ReadonlyMap<string, KnownValues>): ReadonlyMap<string, KnownValues> =>
    new Map<string, KnownValues>([
      ...[...GENERAL_UNITS, CATALOG].map((name) => [name, {}] as const),
      ...params,
      [UNRECOGNIZED, { code: {} }],
    ]),
);

const findFaults = rememberFaults(faultsIn);

function* faultsIn(
  locale: Locale,
  params: ReadonlyMap<string, KnownValues>,
  categories: Manifest["categories"],
): Generator<TextFault> {
  const categoryNames = Object.keys(categories);
  for (const text of eachText(locale)) {
    const known = params.get(text.name);
    if (known === undefined) continue;
    for (const fault of placeholderFaults(text, Object.keys(known))) yield { text, ...fault };
    for (const fault of formFaults(text, known)) yield { text, ...fault };
    for (const fault of categoryFaults(text, categoryNames)) yield { text, ...fault };
  }
}

function checkNames(
  { locales }: Catalog,
  names: readonly string[],
  report: Report,
  places: Places,
): void {
  const known = new Set(names);
  for (const locale of locales) {
    for (const [unit, { texts }] of unitsOf(locale)) {
      const name = nameOfUnit(unit);
      if (known.has(name)) continue;
      const [field = ""] = Object.keys(texts);
      const path = pathOfText(unit, field).slice(0, -1);
      report(places.locale(locale.tag, path, "key"), `${name} is not an error of the catalog`, {
        hint: didYouMean(name, names) ?? "remove its texts here, or put the entry back",
      });
    }
  }
}

/** The kinds of texts that may have placeholders; a message must have all of them. */
const WITH_PLACEHOLDERS: readonly LocaleText["kind"][] = ["message", "description"];

type Fault = Omit<TextFault, "text">;

function* placeholderFaults(
  { name, kind, field, text }: LocaleText,
  params: readonly string[],
): Generator<Fault> {
  const used = placeholdersOf(text);
  const missing = kind === "message" ? params.filter((param) => !used.includes(param)) : [];
  for (const param of missing) {
    yield {
      message: `the message is missing the placeholder {${param}}`,
      hint:
        name === UNRECOGNIZED
          ? "it is the error's code"
          : `the message of ${name} in the catalog has it`,
    };
  }
  for (const param of used) {
    if (!WITH_PLACEHOLDERS.includes(kind)) {
      yield {
        message: `the ${field} of ${name} has the placeholder {${param}}`,
        hint: "only a message and a description may have placeholders",
      };
    } else if (!params.includes(param)) {
      yield {
        message: `${name} has no param "${param}"`,
        hint:
          params.length > 0
            ? `its params are ${params.join(", ")}`
            : "its message in the catalog has no placeholders",
      };
    }
  }
  if (hasStrayBraces(text)) {
    yield {
      message: `the ${field} has a brace outside a placeholder`,
      hint: "a placeholder is a param's name in braces, such as {field}; other braces are not allowed",
    };
  }
}

/** Yields the fault of a text that no response can need. */
function* formFaults({ name, kind, field }: LocaleText, params: KnownValues): Generator<Fault> {
  if (kind === "paramless" && Object.keys(params).length === 0)
    yield { message: `${name} needs no paramless message: it has no params` };
  if (kind !== "value") return;
  const known = valueFields(params);
  if (known.has(field)) return;
  yield {
    message: `the catalog does not list this value of ${name}`,
    hint:
      known.size > 0
        ? "it lists the values of a param under its values"
        : `no param of ${name} has values in the catalog`,
  };
}

/** The fields of the words for all known values of an error's params. */
const valueFields = memoizeByObject((params: KnownValues) => {
  const fields = Object.entries(params).flatMap(([param, { values = [] }]) =>
    values.map((value) => valueField(param, value)),
  );
  return new Set(fields);
});

/** Yields the fault of a text whose category the manifest does not have. */
function* categoryFaults(
  { name, field }: LocaleText,
  categories: readonly string[],
): Generator<Fault> {
  const category = name === CATALOG ? categoryOfField(field) : undefined;
  if (category === undefined || categories.includes(category)) return;
  yield {
    message: `the catalog has no category ${category}`,
    hint: didYouMean(category, categories),
  };
}

/** Reports the params that have values for which a locale has no words: many have a dozen. */
function checkValues({ entries, locales }: Catalog, report: Report, places: Places): void {
  const named = entries
    .filter(isErrorEntry)
    .flatMap(({ name, params }) =>
      Object.entries(params).flatMap(([param, { values = [] }]) =>
        values.length === 0 ? [] : [{ name, param, values }],
      ),
    );
  for (const { tag, translations } of locales) {
    for (const { name, param, values } of named) {
      const text = translations[name];
      if (text === undefined) continue;
      const lacking = values.filter((value) => text.values?.[param]?.[value] === undefined);
      if (lacking.length === 0) continue;
      const isOne = lacking.length === 1;
      const what = isOne ? "no word for the value" : "no words for the values";
      const message = `${name} has ${what} ${listSome(lacking, SHOWN)} of {${param}}`;
      report(places.locale(tag, [name]), message, {
        severity: "warning",
        hint: isOne
          ? `until it has one, readers see the value itself: add values.${param}.${lacking[0]}`
          : `until it has them, readers see the values themselves: add values.${param}.${lacking[0]} and the others`,
      });
    }
  }
}
