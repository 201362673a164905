import { phrase, randomNumbers } from "./synthetic-texts.js";

/** An entry of a synthetic catalog, as in its file. */
export interface SyntheticEntry {
  readonly name: string;
  readonly code: string;
  readonly httpStatus: number;
  readonly message: string;
  readonly params: Readonly<Record<string, { readonly meaning: string; readonly example: string }>>;
  readonly description: string;
  readonly category: string;
  readonly fault: string;
  readonly outcome: string;
  readonly retry: string;
  readonly documented: boolean;
  readonly aliases: readonly string[];
  readonly variants: readonly string[];
  readonly retired?: {
    readonly since: string;
    readonly reason: string;
    readonly replacedBy?: string;
  };
}

const CATEGORIES = [
  "authentication",
  "permission",
  "rate-limit",
  "request",
  "resource",
  "system",
] as const;
const STATUSES = [400, 401, 403, 404, 409, 429, 500];
const JUDGMENTS = [
  ["client", "rejected", "after-fix"],
  ["client", "rejected", "never"],
  ["server", "rejected", "after-delay"],
  ["server", "unknown", "after-reconcile"],
] as const;
const PARAMS = [
  ["field", "The field of the request", "price"],
  ["limit", "The greatest value", "1000"],
  ["asset", "The asset", "BTC"],
] as const;

/**
 * The number of a hundred entries that share one general code, as in APIs with one code for bad
 * requests.
 */
const GENERAL = 1;

/**
 * Makes entries as error tables have them: zero-padded and negative codes, every fifth with params,
 * every twelfth sharing its code with its neighbors, one in a hundred with the general code, some
 * with aliases and variants, some retired or renamed. The same seed makes the same entries.
 */
export function makeEntries(count: number, seed = 1): readonly SyntheticEntry[] {
  const random = randomNumbers(seed);
  const entries: SyntheticEntry[] = [];
  let sharing = 0;
  let code = "";
  for (let number = 1; entries.length < count; number++) {
    if (sharing > 0) sharing--;
    else {
      code = number % 3 === 0 ? String(number).padStart(6, "0") : String(-1000 - number);
      sharing = random(12) === 0 ? 2 : 0;
    }
    const entry = makeEntry(number, random(100) < GENERAL ? "400" : code, entries.at(-1), random);
    const isRenamed = random(500) === 0 && entries.length + 2 <= count;
    if (isRenamed) entries.push(toRetired(entry));
    entries.push(entry);
  }
  return entries;
}

function makeEntry(
  number: number,
  code: string,
  former: SyntheticEntry | undefined,
  random: (limit: number) => number,
): SyntheticEntry {
  const params = random(5) === 0 ? PARAMS.slice(0, 1 + random(3)) : [];
  const placeholders = params.map(([name], at) => (at === 0 ? `'{${name}}'` : `{${name}}`));
  const words = phrase(number);
  const [fault, outcome, retry] = JUDGMENTS[random(JUDGMENTS.length)] ?? JUDGMENTS[0];
  const replacedBy = random(2) === 0 ? former?.name : undefined;
  return {
    name: `${words.replaceAll(/\W+/g, "_").toUpperCase().slice(0, 44)}_${number}`.replace(
      "__",
      "_",
    ),
    code,
    httpStatus: STATUSES[random(STATUSES.length)] ?? 400,
    message: placeholders.length === 0 ? words : `${words} (${placeholders.join(" of ")})`,
    params: Object.fromEntries(
      params.map(([name, meaning, example]) => [name, { meaning, example }]),
    ),
    description: random(3) === 0 ? "" : `Check the ${words.toLowerCase()} and send it again.`,
    category: CATEGORIES[random(CATEGORIES.length)] ?? "request",
    fault,
    outcome,
    retry,
    documented: random(10) > 0,
    aliases: random(33) === 0 ? [`A${number}`] : [],
    variants: random(25) === 0 ? [`Sorry, ${words.toLowerCase()}`] : [],
    ...(random(50) === 0 && {
      retired: {
        since: "2",
        reason: "It is no longer sent.",
        ...(replacedBy && { replacedBy }),
      },
    }),
  };
}

/** Returns the retired entry that has the former name of an entry. */
function toRetired(entry: SyntheticEntry): SyntheticEntry {
  return {
    ...entry,
    name: `OLD_${entry.name}`,
    aliases: [],
    variants: [],
    retired: { since: "3", reason: "It has a better name.", replacedBy: entry.name },
  };
}
