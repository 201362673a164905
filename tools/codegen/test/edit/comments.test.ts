import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { copyAcme } from "../acme.js";
import { propertyRuns } from "../property-runs.js";
import { codegen } from "../run.js";

const PAYMENTS = "catalog/payments.yaml";

const RUNS = propertyRuns({ quick: 6, thorough: 100 });

type Data = { readonly entries: readonly Readonly<Record<string, unknown>>[] };

/** The forms of a list of words as a member. */
const LISTS = {
  line: (words: readonly string[]) => ` [${words.join(", ")}]`,
  brackets: (words: readonly string[]) =>
    ` [\n${words.map((word) => `      ${word},\n`).join("")}    ]`,
  dashes: (words: readonly string[]) => words.map((word) => `\n      - ${word}`).join(""),
  outdented: (words: readonly string[]) => words.map((word) => `\n    - ${word}`).join(""),
};

/** An entry of the second catalog in one of the forms that people write. */
const entryForms = fc
  .record({
    list: fc.constantFrom(...Object.keys(LISTS)) as fc.Arbitrary<keyof typeof LISTS>,
    draft: fc.shuffledSubarray(["category", "outcome", "retry"], { minLength: 1 }),
    position: fc.constantFrom("first", "inside", "last"),
    form: fc.constantFrom("lines", "braces", "dash"),
    isBlockText: fc.boolean(),
  })
  .map(({ list, draft, position, form, isBlockText }) => {
    const lists = form === "braces" && list !== "brackets" ? LISTS.line : LISTS[list];
    const isBlock = isBlockText && form !== "braces";
    const members = [
      "name: CARD_EXPIRED",
      `alike:${lists(["API_ERROR", "RATE_LIMITED"])}`,
      "code: card_declined",
      "httpStatus: 402",
      "message: Your card has expired",
      'description: ""',
      "category: card",
      "fault: client",
      `outcome:${isBlock ? " >-\n      rejected" : " rejected"}`,
      "retry: after-reconcile",
      "sources: [{ document: errors.md, line: 4 }]",
      "notes: The bank may have charged it before.",
    ];
    const at = { first: 0, inside: 5, last: members.length }[position] ?? 0;
    const all = members.toSpliced(at, 0, `draft:${lists(draft)}`);
    if (form === "braces") return `  - {\n    ${all.join(",\n    ")}\n    }\n`;
    return `${form === "dash" ? "  -\n   " : "  -"} ${all.join("\n    ")}\n`;
  });

const ALIKE = "    alike: [CARD_EXPIRED]\n";

/** The other entries, before and after the one that is edited. */
function catalogWith(entry: string, payments: string): string {
  const [refused = "", , ...others] = payments.split(/(?=^ {2}- name)/m).slice(1);
  const rest = others.map((other) =>
    /API_ERROR|RATE_LIMITED/.test(other) ? other.replace(/^.*\n/, `$&${ALIKE}`) : other,
  );
  return `entries:\n${[refused, entry, ...rest].join("")}`;
}

/** Which comments a text gets: behind a line, and in lines of their own above it. */
const places = fc.infiniteStream(
  fc.record({
    isBehind: fc.boolean(),
    above: fc.option(fc.constantFrom(1, 2, 4, 5), { nil: undefined }),
  }),
);

/** Adds comments at any place. In a block text there is none: it would be of the text. */
function addComments(
  text: string,
  stream: Iterator<{ readonly isBehind: boolean; readonly above: number | undefined }>,
): string {
  let number = 0;
  const comment = () => `# c${++number}.`;
  return text
    .split(/(?<=\n)/)
    .map((line, index, lines) => {
      const { isBehind, above } = stream.next().value;
      const isInBlock = lines[index - 1]?.endsWith(">-\n") === true;
      const before = above === undefined || isInBlock ? "" : `${" ".repeat(above)}${comment()}\n`;
      return before + (isBehind && !isInBlock ? line.replace("\n", ` ${comment()}\n`) : line);
    })
    .join("");
}

const commentsIn = (text: string) => text.match(/# c\d+\./g) ?? [];

/** The edits of an entry, and what becomes of its data. */
const EDITS: Readonly<
  Record<string, { args: readonly string[]; isReleased?: true; expected: (data: Data) => unknown }>
> = {
  "decides some fields": {
    args: ["decide", "--accept", "category,retry", "--write"],
    expected: (data) => decided(data, ["category", "retry"], {}),
  },
  "decides all fields": {
    args: ["decide", "--set", "outcome=unknown,category=traffic", "--accept", "retry", "--write"],
    expected: (data) =>
      decided(data, ["category", "outcome", "retry"], { outcome: "unknown", category: "traffic" }),
  },
  "renames an entry": {
    args: ["rename", "CARD_EXPIRED", "CARD_OUTDATED"],
    expected: (data) =>
      JSON.parse(JSON.stringify(data).replaceAll('"CARD_EXPIRED"', '"CARD_OUTDATED"')),
  },
  "retires an entry": {
    args: ["rename", "CARD_EXPIRED", "CARD_OUTDATED"],
    isReleased: true,
    expected: ({ entries }) => ({
      entries: entries.flatMap((entry) => {
        if (entry.name !== "CARD_EXPIRED")
          return [entry.alike === undefined ? entry : { ...entry, alike: ["CARD_OUTDATED"] }];
        const { alike, ...old } = entry;
        const retired = {
          since: new Date().toISOString().slice(0, 10),
          reason: "Renamed to CARD_OUTDATED.",
          replacedBy: "CARD_OUTDATED",
        };
        return [
          { ...entry, name: "CARD_OUTDATED" },
          { ...old, retired },
        ];
      }),
    }),
  },
};

function decided({ entries }: Data, fields: readonly string[], values: object): unknown {
  return {
    entries: entries.map((entry) => {
      const { draft, ...rest } = entry as { readonly draft?: readonly string[] };
      if (draft === undefined) return entry;
      const remaining = draft.filter((field) => !fields.includes(field));
      const changed = Object.entries(values).filter(([field]) => draft.includes(field));
      return {
        ...rest,
        ...Object.fromEntries(changed),
        ...(remaining.length > 0 && { draft: remaining }),
      };
    }),
  };
}

test.each(Object.entries(EDITS))(
  "a command that %s keeps every comment, or says which one it removes",
  async (_, { args, isReleased, expected }) => {
    const acme = copyAcme();
    if (isReleased) await codegen(acme, "record");
    const [payments, texts] = [acme.read(PAYMENTS), acme.read("locales/de.json")];
    await fc.assert(
      fc.asyncProperty(entryForms, places, async (entry, stream) => {
        const plain = catalogWith(entry, payments);
        const before = addComments(plain, stream);
        acme.write(PAYMENTS, before);
        acme.write("locales/de.json", texts);
        const { output, status } = await codegen(acme, ...args);
        const after = acme.read(PAYMENTS);
        expect(parse(after), output).toEqual(expected(parse(before)));
        expect(status).toBe(after === before ? 1 : 0);
        const kept = new Set([...commentsIn(after), ...commentsIn(output)]);
        expect(commentsIn(before).filter((comment) => !kept.has(comment))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
);
