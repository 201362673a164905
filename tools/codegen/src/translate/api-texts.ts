import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { alikeModels } from "../catalog/alike-model.js";
import { type Catalog, type ErrorEntry, isErrorEntry, type TextCheck } from "../catalog/catalog.js";
import { entriesByName } from "../catalog/entry.js";
import { localeOf } from "../catalog/locale.js";
import { isEnglish } from "../catalog/locale-tag.js";
import { sourceHashes } from "../catalog/source-hash.js";
import { withoutFinalStop } from "../catalog/template.js";
import { excessColumns, MAX_COLUMNS } from "../catalog/text-columns.js";
import { GENERAL_UNITS, type Texts, unitsOf } from "../catalog/text-unit.js";
import { isSpacedRight } from "../check/rules/spacing.js";
import type { Places } from "../load/places.js";
import { capitalize } from "../std/capitalize.js";
import type { IncomingText } from "./incoming.js";

const TEMPLATES = new URL("../../templates/", import.meta.url);

/** codegen's own words in English. */
interface EnglishWords {
  /** By the name of a general failure. */
  readonly general: Readonly<Record<string, Texts>>;
  /** Advice for readers, by `retry`. */
  readonly advice: Texts;
}

/**
 * Returns texts for all that the source locale lacks, made from the API's own: a beginning, for a
 * person to rewrite. In English, codegen's words add what the API's leave out: that an outcome is
 * unknown, and what the reader can do. Texts that were begun before their error was judged
 * otherwise are made again, if nobody has changed them.
 */
export async function apiTexts(catalog: Catalog, places: Places): Promise<readonly IncomingText[]> {
  const { sourceLocale } = catalog.manifest;
  const present = unitsOf(localeOf(catalog, sourceLocale));
  const english = isEnglish(sourceLocale) ? readEnglishWords() : undefined;
  const texts = [
    ...generalTexts(english, () => places.manifest(["sourceLocale"])),
    ...(await errorTexts(catalog, english, places)),
  ];
  const hashes = sourceHashes(catalog, sourceLocale);
  const entries = entriesByName(catalog.entries.filter(isErrorEntry));
  return texts.filter(({ name, target }) => {
    const unit = present.get(name);
    if (unit === undefined) return true;
    const entry = entries.get(name);
    if (entry === undefined || unit.status !== "machine") return false;
    // Where the texts are still the API's, only what they were made from may have changed.
    if (isDeepStrictEqual(unit.texts, target)) return unit.sourceHash !== hashes.get(name);
    return earlierTexts(entry, english).some((earlier) => isDeepStrictEqual(unit.texts, earlier));
  });
}

/** The texts that an error had by every other judgment. */
function earlierTexts(entry: ErrorEntry, english: EnglishWords | undefined): readonly Texts[] {
  return ["rejected", "unknown"].flatMap((outcome) =>
    Object.keys(english?.advice ?? {}).map((retry) =>
      textsOf({ ...entry, outcome, retry }, english),
    ),
  );
}

function readEnglishWords(): EnglishWords {
  const read = (file: string) => JSON.parse(readFileSync(new URL(file, TEMPLATES), "utf8"));
  return { general: read("texts.json"), advice: read("advice.json") };
}

/** The review of all texts that nobody has read. */
const UNREAD = { source: {}, sourceHash: undefined, status: "machine" } as const;

function generalTexts(
  english: EnglishWords | undefined,
  locate: IncomingText["locate"],
): readonly IncomingText[] {
  return GENERAL_UNITS.flatMap((name) => {
    const target = english?.general[name];
    return target === undefined ? [] : [{ ...UNREAD, name, target, locate }];
  });
}

async function errorTexts(
  { entries, manifest }: Catalog,
  english: EnglishWords | undefined,
  places: Places,
): Promise<readonly IncomingText[]> {
  const [byName, models] = [entriesByName(entries), alikeModels(entries)];
  const texts: IncomingText[] = [];
  for (const [index, entry] of entries.entries()) {
    if (!isErrorEntry(entry)) continue;
    const { name } = entry;
    const model = byName.get(models.get(name) ?? name) ?? entry;
    const target = textsOf(isErrorEntry(model) ? model : entry, english);
    const allow = await excusesOf(manifest.sourceLocale, entry, target);
    const locate = (field?: string) => places.entryAt(index, [originOf(entry, field)]);
    texts.push({ ...UNREAD, name, target, locate, ...(allow.length > 0 && { allow }) });
  }
  return texts;
}

/** The checks of form that the API's own words fail: they are theirs until somebody rewrites them. */
async function excusesOf(
  tag: string,
  { params }: ErrorEntry,
  texts: RequiredTexts,
): Promise<readonly TextCheck[]> {
  const isWide =
    excessColumns("message", texts.message, params) !== undefined ||
    excessColumns("description", texts.description, params) !== undefined;
  const isSpaced = await isSpacedRight(tag, { ...texts });
  return [...(isWide ? ["overlong" as const] : []), ...(isSpaced ? [] : ["spacing" as const])];
}

/** The field of an entry that a text is made from. */
function originOf({ description }: ErrorEntry, field: string | undefined): string {
  if (field === "title") return "name";
  return field === "description" && description.trim() !== "" ? "description" : "message";
}

/** The texts that every failure has. */
type RequiredTexts = Readonly<Record<"title" | "message" | "description", string>>;

function textsOf(entry: ErrorEntry, english: EnglishWords | undefined): RequiredTexts {
  const { outcome, retry } = entry;
  const [message, documented] = [entry.message.trim(), entry.description.trim()];
  const title = titleOf(entry);
  const advice = english?.advice[retry];
  if (advice === undefined) return { title, message, description: documented || message };
  // The documented text seldom says to find out first what happened.
  const description = documented === "" || retry === "after-reconcile" ? advice : documented;
  return { title, message: outcome === "unknown" ? withCaution(message) : message, description };
}

function withCaution(message: string): string {
  const clause = withoutFinalStop(message);
  return /[!?]$/.test(clause)
    ? `${clause} The request may have been executed.`
    : `${clause}; the request may have been executed.`;
}

/** The name of an error in words: `API_KEY_EXPIRED` is "API key expired". */
function titleOf({ name, message, description }: ErrorEntry): string {
  const acronyms = new Set(`${message} ${description}`.match(/\b[A-Z][A-Z0-9]+\b/g));
  const words = name
    .split("_")
    .filter((word) => word !== "")
    .map((word) => (acronyms.has(word) ? word : word.toLowerCase()));
  return cutToTitle(capitalize(words.join(" ")));
}

function cutToTitle(text: string): string {
  if (excessColumns("title", text) === undefined) return text;
  const start = text.slice(0, MAX_COLUMNS.title - 1);
  const end = start.lastIndexOf(" ");
  return `${end > 0 ? start.slice(0, end) : start}…`;
}
