import {
  cpSync,
  existsSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { compareFiles, createSession, emit, generate, lint } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { propertyRuns } from "../property-runs.js";
import { generate as generateOnce } from "../run.js";

/** `pnpm test:properties` sets more. */
const RUNS = propertyRuns({ quick: 1, thorough: 30 });

/** Milliseconds after which a file's times tell its last change from the next one. */
const SETTLED = 100;

test.each<[change: string, edit: (file: string) => void]>([
  ["another text", (file) => writeFileSync(file, "{}")],
  ["another text of the same length", (file) => writeFileSync(file, sameLength(file))],
  [
    "another text of the same length and time",
    (file) => {
      const { atime, mtime } = statSync(file);
      writeFileSync(file, sameLength(file));
      utimesSync(file, atime, mtime);
    },
  ],
  ["no file", (file) => rmSync(file)],
  [
    "another file with a second name",
    (file) => {
      writeFileSync(`${file}.other`, sameLength(file));
      renameSync(`${file}.other`, file);
      linkSync(file, join(file, "../../second"));
    },
  ],
  [
    "one of another folder, with the times of all files",
    (file) => {
      const folder = dirname(file);
      const { atime, mtime } = statSync(file);
      const text = sameLength(file);
      cpSync(folder, `${folder}-next`, { recursive: true, preserveTimestamps: true });
      rmSync(folder, { recursive: true });
      renameSync(`${folder}-next`, folder);
      writeFileSync(file, text);
      utimesSync(file, atime, mtime);
    },
  ],
])(
  "with a session, a generated file that another program changed to %s is written again",
  async (_, edit) => {
    const acme = copyAcme();
    const session = createSession();
    const path = "generated/catalog.json";
    const file = join(acme.catalog, path);
    await generate(acme.catalog, { session });
    const text = readFileSync(file, "utf8");
    await sleep(SETTLED);
    expect((await generate(acme.catalog, { session })).changed).toEqual([]);
    edit(file);
    expect((await generate(acme.catalog, { session })).changed).toEqual([
      { path, change: existsSync(file) ? expect.anything() : "added" },
    ]);
    expect(readFileSync(file, "utf8")).toBe(text);
  },
);

test.each<[place: string, pathOf: (file: string) => string]>([
  ["a generated file", (file) => file],
  ["the folder of generated files", dirname],
])(
  "with a session, a link in the place of %s is reported, though the text is the same",
  async (_, pathOf) => {
    const acme = copyAcme();
    const session = createSession();
    await generate(acme.catalog, { session });
    await sleep(SETTLED);
    await generate(acme.catalog, { session });
    const place = pathOf(join(acme.catalog, "generated/catalog.json"));
    renameSync(place, join(acme.root, "moved"));
    symlinkSync(join(acme.root, "moved"), place);
    const { changed, problems } = await generate(acme.catalog, { session });
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("is a symbolic link, and codegen writes through none"),
    );
    expect(changed).toEqual([]);
  },
);

/** The text of a file with another letter in it. */
function sameLength(file: string): string {
  return readFileSync(file, "utf8").replace("Slow", "Fast");
}

/** An edit of the first place in a file that a pattern matches; each text is tried. */
type Edit = readonly [file: string, place: RegExp, texts: readonly string[]];

const ENTRIES = "catalog/payments.yaml";
const SUBSET = "subsets:\n  cards: { description: Cards., categories: [card]";

const EDITS: readonly Edit[] = [
  [ENTRIES, /httpStatus: 429/, ["httpStatus: 503", "httpStatus: null", "httpStatus: often"]],
  [ENTRIES, /outcome: rejected/, ["outcome: unknown", "outcome: applied"]],
  [ENTRIES, /outcome: unknown/, ["outcome: rejected"]],
  [ENTRIES, /retry: after-fix/, ["retry: never", "retry: after-reconcile"]],
  [ENTRIES, /category: card/, ["category: traffic", "category: none"]],
  [ENTRIES, /fault: client/, ["fault: client\n    tags: [a]", "fault: client\n    venue: global"]],
  [ENTRIES, /fault: client/, ["fault: client\n    audience: internal"]],
  [ENTRIES, /code: card_declined/, ["code: card_lost", "code: rate_limited"]],
  [ENTRIES, /example: "2"/, ['example: "3"', 'example: "2", values: ["2", "3"]']],
  [ENTRIES, /name: API_ERROR/, ["name: SERVER_ERROR"]],
  [ENTRIES, /message: Slow down\./, ["message: Slow {down}.", "message: Wait."]],
  [ENTRIES, /( {2}- name: CARD_EXPIRED.+?)( {2}- name: RATE.+)/s, ["$2$1", "$2", "$1$1$2"]],
  ["catalog.yaml", /title: .+/, ["title: Another"]],
  ["catalog.yaml", /sourceLocale: de/, ["sourceLocale: pt-BR"]],
  ["catalog.yaml", / {2}pt: pt-BR/, ["  pt: pt-BR\n  br: pt-BR"]],
  ["catalog.yaml", /numericCodes: false/, ["numericCodes: true"]],
  ["catalog.yaml", /runtime: true/, [`runtime: true\n${SUBSET} }`]],
  ["catalog.yaml", /runtime: true/, [`runtime: true\n${SUBSET}, folder: ../out/cards }`]],
  ["locales/de.json", /"Bitte warten\."/, ['"Bitte etwas warten."', '"Bitte {warten}."', '""']],
  ["locales/de.json", /"RATE_LIMITED"/, ['"NO_ERROR"']],
  ["locales/de.json", /"status": "final"/, ['"status": "machine"']],
  ["locales/pt-BR.json", /"sourceHash": "[0-9a-f]/, ['"sourceHash": "f']],
  ["locales/pt-BR.json", /"title": "./, ['"title": "Ç', '"title": "中']],
  ["evidence/errors.md", /Slow down/, ["Slow up"]],
  ["generated/catalog.json", /"id"/, ['"no"']],
  ["../out/validator/identify.ts", /export/, ["Export"]],
];

/** An edit, the text to insert, and whether all files are restored first. */
const step = fc.record({
  edit: fc.constantFrom(...EDITS),
  text: fc.nat(2),
  isFirst: fc.boolean(),
});

/** Undoes all edits, and makes one that every catalog can have. */
const LAST = {
  edit: ["catalog.yaml", /title: .+/, ["title: Last"]],
  text: 0,
  isFirst: true,
} as const;

test("with a session, whatever was edited, the files and problems are those of a build without one", async () => {
  let written = 0;
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 5, maxLength: 20 }),
    async (steps) => {
      const acme = copyAcme();
      const session = createSession();
      const originals = new Map(
        [
          ENTRIES,
          "catalog.yaml",
          "locales/de.json",
          "locales/pt-BR.json",
          "evidence/errors.md",
        ].map((file) => [file, acme.read(file)]),
      );
      await generateOnce(acme);
      for (const { edit, text, isFirst } of [...steps, LAST]) {
        if (isFirst) for (const [file, original] of originals) acme.write(file, original);
        apply(acme, edit, text);
        const { problems, catalog } = await generate(acme.catalog, { session });
        const fresh = await lint(acme.catalog);
        expect(problems).toEqual(fresh.problems);
        if (catalog === undefined || problems.some(({ severity }) => severity === "error"))
          continue;
        const emitted = await emit(fresh.catalog ?? catalog);
        const { outdated, missing, unexpected } = compareFiles(acme.catalog, emitted);
        const paths = [...outdated, ...missing].map(({ path }) => path);
        expect([...paths, ...unexpected]).toEqual([]);
        written += 1;
      }
    },
  );
  await fc.assert(property, { numRuns: RUNS });
  expect(written).toBeGreaterThanOrEqual(RUNS);
});

function apply(acme: Workspace, [file, place, texts]: Edit, text: number): void {
  if (existsSync(join(acme.catalog, file)))
    acme.write(file, acme.read(file).replace(place, texts[text % texts.length] ?? ""));
}
