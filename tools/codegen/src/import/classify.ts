import type { Catalog } from "../catalog/catalog.js";
import { wordsOf } from "../catalog/vocabulary.js";
import { countEach } from "../std/count-each.js";
import type { Row } from "./formats/rows/row.js";

/** Guesses the category and the fault of an error from its status and its words: a proposal. */
export type Classify = (row: Row) => { readonly category: string; readonly fault: string };

/** A category that an error may be of. */
interface Candidate {
  readonly name: string;
  readonly status: number;
  readonly stems: readonly string[];
}

/** Creates a guess for the categories and faults of a catalog. */
export function createClassifier({ schema, manifest }: Catalog): Classify {
  const categories = withOwnStems(
    Object.entries(manifest.categories).map(([name, { status, description }]) => ({
      name,
      status,
      stems: [...new Set(stemsOf(`${name} ${description}`))],
    })),
  );
  const [client = "client", server = "server"] = wordsOf(schema, "Fault");
  return (row) => {
    const { message, httpStatus = 0 } = row;
    const isServerError = httpStatus >= 500 || /\b(internal|server|system)\b/i.test(message);
    return {
      category: chooseCategory(row, categories, isServerError),
      fault: isServerError ? server : client,
    };
  };
}

/** Leaves out the stems of several categories: they do not tell these apart. */
function withOwnStems(categories: readonly Candidate[]): readonly Candidate[] {
  const counts = countEach(categories.flatMap(({ stems }) => stems));
  return categories.map((category) => ({
    ...category,
    stems: category.stems.filter((stem) => counts.get(stem) === 1),
  }));
}

/** The status of the categories that words alone never choose. */
const UNAUTHORIZED = 401;

/**
 * The category whose status the row has; of several, or of all if none has it, the one whose words
 * the row has. Where neither tells, a plain error of the request or of the servers. Only the
 * status says that a caller was not recognized: "sign", "key" and "user" are in texts of all kinds,
 * and a wrong guess makes people replace keys that are valid.
 */
function chooseCategory(
  { code, httpStatus, name = "", message, description = "" }: Row,
  categories: readonly Candidate[],
  isServerError: boolean,
): string {
  const sameStatus = categories.filter(({ status }) => status === httpStatus);
  // Most errors have 400, whatever they are about.
  const isTelling = sameStatus.length > 0 && httpStatus !== 400 && httpStatus !== 200;
  const plain = categories.filter(({ status }) => status !== UNAUTHORIZED);
  const candidates = isTelling ? sameStatus : plain;
  const own = new Set(stemsOf(`${code} ${name} ${message} ${description}`));
  const scored = candidates.map((candidate) => ({
    ...candidate,
    score: candidate.stems.filter((stem) => own.has(stem)).length,
  }));
  const [best] = scored.sort((a, b) => b.score - a.score);
  if (best !== undefined && (best.score > 0 || isTelling)) return best.name;
  return plainest(plain.length > 0 ? plain : categories, isServerError ? 500 : 400);
}

/** The category for a status that says least; the last if none has such a status. */
function plainest(categories: readonly Candidate[], wanted: number): string {
  const plain = categories.filter(({ status }) => status === wanted);
  const general = plain.find(({ name }) => /request|general|other|client|server|system/.test(name));
  return (general ?? plain[0] ?? categories.at(-1))?.name ?? "";
}

/** The words of a text without their endings. */
function stemsOf(text: string): string[] {
  const spaced = text.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, " ");
  return (spaced.match(/\p{L}{4,}/gu) ?? [])
    .map((word) => word.toLowerCase().slice(0, 5))
    .filter((stem) => !EMPTY.has(stem));
}

/** Stems that say nothing about an error. */
const EMPTY = new Set(
  "error,inval,what,that,this,with,your,have,whom,from,which,where,whose".split(","),
);
