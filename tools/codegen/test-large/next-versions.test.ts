import { bumpOf, compare, type ErrorEntry, snapshotOf } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { buildValidators, runnableCatalog } from "../test/emit/build-validators.js";
import { NOT_FOUND } from "../test/emit/tiny-catalog.js";

const WIRE = { code: "code", message: "msg", success: [0], numericCodes: true };

/** Wordings of one entry, of which some fit texts of others. */
const WORDINGS = [
  "{item}",
  "No {item}",
  "No {item}.",
  "No '{item}'",
  'No "{item}" left',
  "No {item} left",
  "{item} left",
  "N{item}",
  "None",
  "None.",
];

const sources = [{ document: "errors.md", line: 1 }];

const entries = fc
  .array(
    fc.record({
      wordings: fc.uniqueArray(fc.constantFrom(...WORDINGS), { minLength: 1, maxLength: 3 }),
      code: fc.constantFrom(1, 2),
      alias: fc.boolean(),
      httpStatus: fc.constantFrom(null, 400, 404),
      category: fc.constantFrom("request", "system"),
      fault: fc.constantFrom("client", "server"),
      outcome: fc.constantFrom("rejected", "unknown"),
      retry: fc.constantFrom("never", "after-fix", "after-delay", "after-reconcile"),
    }),
    { minLength: 2, maxLength: 2 },
  )
  .map((all) => all.map(toEntry));

interface Choice extends Pick<ErrorEntry, "httpStatus" | "category" | "fault" | "outcome"> {
  readonly wordings: readonly string[];
  readonly code: number;
  readonly alias: boolean;
  readonly retry: string;
}

function toEntry({ wordings, code, alias, ...judgment }: Choice, index: number): ErrorEntry {
  return {
    ...NOT_FOUND,
    ...judgment,
    ...withWordings(wordings),
    name: `ITEM_${index}`,
    code: `${index}${code}`,
    aliases: alias ? [{ code: `${index}5`, sources }] : [],
    description: wordings.join(),
  };
}

/** The placeholder of a variant has to be one of the message's. */
function withWordings(wordings: readonly string[]): Partial<ErrorEntry> {
  const [message = "None", ...others] = wordings;
  const hasParam = message.includes("{");
  const variants = others.filter((text) => hasParam || !text.includes("{"));
  return {
    message,
    variants: variants.map((text) => ({ message: text, sources })),
    params: hasParam ? { item: { meaning: "The item", example: "A" } } : {},
  };
}

const take =
  (...parts: readonly (keyof ErrorEntry)[]) =>
  (_: ErrorEntry, other: ErrorEntry): Partial<ErrorEntry> =>
    Object.fromEntries(parts.map((part) => [part, other[part]]));

/** Adds the message of another entry to the wordings of one, or changes their order. */
const reword =
  (arrange: (wordings: readonly string[], another: string) => readonly string[]) =>
  (entry: ErrorEntry, other: ErrorEntry): Partial<ErrorEntry> => {
    const wordings = [entry.message, ...entry.variants.map((variant) => variant.message)];
    return withWordings([...new Set(arrange(wordings, other.message))]);
  };

/** Changes of an entry, by what another one has. */
const CHANGES = [
  reword((wordings, another) => [another, ...wordings]),
  reword((wordings, another) => [...wordings, another]),
  reword((wordings) => [...wordings].reverse()),
  reword((wordings) => wordings.slice(0, -1)),
  take("message", "variants", "params"),
  take("description"),
  take("code"),
  take("aliases"),
  take("httpStatus"),
  take("category"),
  take("outcome", "retry"),
];

/** Two releases: the first of two entries is changed. */
const releases = fc
  .tuple(entries, entries, fc.constantFrom(...CHANGES))
  .map(([[first, second], [other], change]) => {
    const [from, to, kept] = [first, other, second] as [ErrorEntry, ErrorEntry, ErrorEntry];
    const after = { ...from, ...change(from, to) };
    return { before: [from, kept], after: [after, kept] };
  });

/** What a program sees of a response. */
interface Seen extends Pick<ErrorEntry, "name" | "code" | "httpStatus" | "category" | "fault"> {
  readonly outcome: string;
  readonly retry: string;
  readonly params: object | null;
  readonly drift: boolean;
}

type Identify = (code: string, msg?: string) => Seen;

const CAUTION = ["after-delay", "after-fix", "never", "after-reconcile"];

/** Whether a program that relied on what it saw takes another way. */
function breaks(before: Seen, after: Seen): boolean {
  if (before.name === "UNRECOGNIZED") return false;
  const isKept = (["name", "code", "httpStatus", "category", "fault"] as const).every(
    (part) => before[part] === after[part],
  );
  const isRelaxed =
    (before.outcome !== after.outcome && after.outcome !== "unknown") ||
    CAUTION.indexOf(after.retry) < CAUTION.indexOf(before.retry);
  const isReread =
    !before.drift &&
    (after.drift || JSON.stringify(before.params) !== JSON.stringify(after.params));
  return !isKept || isRelaxed || isReread;
}

/** Texts that some wording has, and some that none has. */
const TEXTS = [
  undefined,
  "?",
  ...["A", "'A'"].flatMap((value) => WORDINGS.map((text) => text.replace("{item}", value))),
];
const CODES = ["01", "02", "05", "11", "12", "15"];

test("diff requires a major release exactly where users of the validator break", async () => {
  const pairs = fc.sample(releases, { numRuns: 40, seed: 14 });
  const catalogs = pairs.flatMap(({ before, after }, index) => [
    runnableCatalog(`before${index}`, WIRE, before),
    runnableCatalog(`after${index}`, WIRE, after),
  ]);
  const { load, remove } = await buildValidators(catalogs);
  onTestFinished(remove);
  const identify = async (name: string) =>
    ((await load(name, "index.js")) as { identify: Identify }).identify;
  const wrong: unknown[] = [];
  const bumps = new Set<string>();
  for (const [index, { before, after }] of pairs.entries()) {
    const [one, other] = [await identify(`before${index}`), await identify(`after${index}`)];
    const broken = CODES.flatMap((code) => TEXTS.map((text) => [code, text] as const)).filter(
      ([code, text]) => breaks(one(code, text), other(code, text)),
    );
    const changes = compare(
      ...(catalogs.slice(2 * index, 2 * index + 2).map(snapshotOf) as [never, never]),
    );
    bumps.add(bumpOf(changes));
    if ((bumpOf(changes) === "major") !== broken.length > 0)
      wrong.push({ before: before[0], after: after[0], broken: broken[0], changes });
  }
  expect(wrong).toEqual([]);
  expect([...bumps].sort()).toEqual(["major", "minor", "none", "patch"]);
});
