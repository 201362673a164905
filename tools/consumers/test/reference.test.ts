import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { failureOf, identify, parseResponse } from "@hashkey-errors/validator";
import { toProblem } from "@hashkey-errors/validator/problem";
import { expect, test } from "vitest";
import { compile, compilers, writeConsumer } from "./consumer.js";
import { drawReference, errors, exampleMessage, readPage } from "./reference.js";

const BASE_URL = "https://errors.example.com/hashkey";
const folder = drawReference("--base-url", BASE_URL);

/** Every failure that a program can pass on: of each entry, and those that no entry is about. */
const failures = [
  ...errors.map((entry) => identify(entry.code, exampleMessage(entry))),
  identify("-99999", "Unheard of"),
  failureOf(Object.assign(new Error("reset"), { code: "ECONNRESET" })),
  failureOf(Object.assign(new Error("refused"), { code: "ECONNREFUSED" })),
];
const invalid = parseResponse("<html>", { httpStatus: 502 });

test("every type of problem details is the address of a page", () => {
  const all = [...failures, invalid.kind === "invalid" ? invalid.error : undefined];
  const types = all.map((failure) =>
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
      ({ name }) => [name, readPage(folder, name).example ?? ""] as const,
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

test("a page takes at most 4 KB with its styles, and the box at most 25 KB with the texts of a language", () => {
  const size = (file: string) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  const tags = ["", "ja", "ko", "zh-Hans", "zh-Hant-HK"];
  const tooLarge = tags.flatMap((tag) => {
    const styles = size(`assets/style-${tag || "en"}.css`);
    return errors
      .map(({ name }) => join(tag, name, "index.html"))
      .map((file) => [file, size(file) + styles] as const)
      .filter(([, bytes]) => bytes > 4096);
  });
  expect(tooLarge).toEqual([]);
  const boxes = tags.map((tag) =>
    ["site.js", "box.css", `texts-${tag || "en"}.js`].reduce(
      (sum, file) => sum + size(join("assets", file)),
      0,
    ),
  );
  expect(boxes.filter((bytes) => bytes > 25 * 1024)).toEqual([]);
});

test("each page has its Markdown and its JSON, which llms.txt lists", () => {
  const files = new Set(readdirSync(folder));
  const wrong = errors.filter(
    ({ name }) => !files.has(`${name}.md`) || !files.has(`${name}.json`) || !files.has(name),
  );
  expect(wrong).toEqual([]);
  const llms = readFileSync(join(folder, "llms.txt"), "utf8");
  expect(errors.filter(({ name }) => !llms.includes(`/${name}.md)`))).toEqual([]);
});
