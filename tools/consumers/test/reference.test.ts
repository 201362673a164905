import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { failureOf, identify, parseResponse } from "@hashkey-errors/validator";
import { toProblem } from "@hashkey-errors/validator/problem";
import { expect, test } from "vitest";
import { compile, compilers, writeConsumer } from "./consumer.js";
import { drawReference, errors, exampleMessage, readPage } from "./reference.js";

const BASE_URL = "https://errors.example.com/hashkey";
const folder = drawReference("--base-url", BASE_URL);

const invalid = parseResponse("<html>", { httpStatus: 502 });

/** Every failure that a program can pass on: of each entry, and those that no entry is about. */
const failures = [
  ...errors.map((entry) => identify(entry.code, exampleMessage(entry))),
  identify("-99999", "Unheard of"),
  failureOf(Object.assign(new Error("reset"), { code: "ECONNRESET" })),
  failureOf(Object.assign(new Error("refused"), { code: "ECONNREFUSED" })),
  invalid.kind === "invalid" ? invalid.error : undefined,
];

test("every type of problem details is the address of a page", () => {
  const types = failures.map((failure) =>
    failure === undefined ? "none" : toProblem(failure, { baseUrl: BASE_URL }).type,
  );
  const missing = types.filter(
    (type) => !existsSync(join(folder, type.replace(`${BASE_URL}/`, ""), "index.html")),
  );
  expect(missing).toEqual([]);
  expect(new Set(types).size).toBe(errors.length + 3);
});

test("every code leads to a page of its own", () => {
  const codes = errors.flatMap(({ code, aliases }) => [code, ...aliases.map((each) => each.code)]);
  expect(codes.filter((code) => !existsSync(join(folder, code, "index.html")))).toEqual([]);
});

test.each(Object.entries(compilers))(
  "the TypeScript of every page compiles with %s",
  (_, compiler) => {
    const examples = errors.map(
      ({ name }) =>
        [name, readPage<{ readonly example: string | null }>(folder, name).example ?? ""] as const,
    );
    const consumer = writeConsumer(
      Object.fromEntries(
        examples.map(([name, code]) => [
          `${name}.ts`,
          `${code}\ndeclare const body: unknown;\ndeclare const httpStatus: number;\n`,
        ]),
      ),
    );
    expect(examples.filter(([, code]) => code === "")).toEqual([]);
    expect(compile(compiler, consumer)).toBe("");
  },
);

/** The bytes of some files of the site as a server sends them. */
function sizeOf(...files: readonly string[]): number {
  return files
    .map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
}

const TAGS = ["en", "ja", "ko", "zh-Hans", "zh-Hant-HK"];
const KB = 1024;

test("a page takes at most 4 KB with its styles", () => {
  const tooLarge = TAGS.flatMap((tag) =>
    [...errors.map(({ name }) => name), "NO_RESPONSE", "0001"]
      .map((name) => join(tag === "en" ? "" : tag, name, "index.html"))
      .map((file) => [file, sizeOf(file, `assets/style-${tag}.css`)] as const)
      .filter(([, bytes]) => bytes > 4 * KB),
  );
  expect(tooLarge).toEqual([]);
});

test("the list, the search and the recognition of a response take at most 25 KB, styles and the reader of logs not counted", () => {
  const tooLarge = TAGS.map((tag) => {
    const page = join(tag === "en" ? "" : tag, "index.html");
    return [tag, sizeOf(page, "assets/site.js", `assets/texts-${tag}.js`)] as const;
  }).filter(([, bytes]) => bytes > 25 * KB);
  expect(tooLarge).toEqual([]);
});

test("the styles of the list take at most 2.25 KB, and the reader of logs 11.25 KB", () => {
  const tooLarge = TAGS.map(
    (tag) =>
      [tag, sizeOf(`assets/style-${tag}.css`, "assets/index.css", "assets/box.css")] as const,
  ).filter(([, bytes]) => bytes > 2.25 * KB);
  expect(tooLarge).toEqual([]);
  expect(sizeOf("assets/reader.js")).toBeLessThanOrEqual(11.25 * KB);
});

/** The list of all errors, as JSON. */
interface Index {
  readonly errors: readonly { readonly name: string }[];
  readonly failures: readonly { readonly name: string }[];
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

test("every page links to its Markdown and its JSON, and llms.txt and index.json list it", () => {
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    // It is not a page of its own: a server shows it at every address without one.
    .filter((path) => path.endsWith(".html") && path !== "404.html");
  const TWIN = /<link rel="alternate" type="(text\/markdown|application\/json)" href="([^"]+)"/g;
  const wrong = pages.filter((path) => {
    const twins = [...readFileSync(join(folder, path), "utf8").matchAll(TWIN)];
    const files = twins.map(([, type, href = ""]) => [type, posix.join(path, "..", href)]);
    const stem = path.replace(/\/?index\.html$/, "") || "index";
    const wanted = [`${stem}.md`, `${stem}.json`].map((file) =>
      existsSync(join(folder, file)) ? file : file.replace(/(\.\w+)$/, "/index$1"),
    );
    return (
      JSON.stringify(files) !==
        JSON.stringify([
          ["text/markdown", wanted[0]],
          ["application/json", wanted[1]],
        ]) || wanted.some((file) => !existsSync(join(folder, file)))
    );
  });
  expect(wrong).toEqual([]);
  expect(pages.length).toBeGreaterThan(1700);

  const llms = readFileSync(join(folder, "llms.txt"), "utf8");
  const index = readPage<Index>(folder, "index");
  const listed = [...index.errors, ...index.failures].map(({ name }) => name);
  const inEnglish = readdirSync(folder)
    .filter((file) => file.endsWith(".md") && file !== "index.md")
    .map((file) => file.replace(/\.md$/, ""));
  expect(inEnglish.filter((word) => !llms.includes(`/${word}.md)`))).toEqual([]);
  expect([...listed, ...Object.keys(index.codes)].sort()).toEqual(inEnglish.sort());
});
