import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import catalog from "../generated/catalog.json" with { type: "json" };

const errors = catalog.entries.filter(({ kind }) => kind === "error");
const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
const rowsOf = (document: string) =>
  read(`evidence/${document}`)
    .trimEnd()
    .split("\n")
    .map((row, index) => ({ line: index + 1, columns: row.split("\t") }))
    .slice(1);

test("each row of probed-codes.tsv is a source of exactly one entry, with its code", () => {
  const uncited = rowsOf("probed-codes.tsv").filter(({ line, columns: [code] }) => {
    const citing = errors.filter(({ sources }) =>
      sources.some((source) => source.document === "probed-codes.tsv" && source.line === line),
    );
    return citing.length !== 1 || citing[0]?.code !== code;
  });
  expect(uncited).toEqual([]);
});

test("no entry relies on quote-service-texts.tsv alone", () => {
  const resting = errors.filter(({ sources }) =>
    sources.every(({ document }) => document === "quote-service-texts.tsv"),
  );
  expect(resting.map(({ name }) => name)).toEqual([]);
});

test("entries that are alike have the same classification", () => {
  const judgment = (name: string | undefined) => {
    const entry = errors.find((one) => one.name === name);
    return [entry?.category, entry?.fault, entry?.outcome, entry?.retry].join(" ");
  };
  const alike = errors.flatMap(({ name, alike = [] }) => alike.map((other) => [name, other]));
  expect(alike.length).toBeGreaterThan(0);
  expect(alike.filter(([one, other]) => judgment(one) !== judgment(other))).toEqual([]);
});

test("the README of the repository counts the errors", () => {
  const documented = errors.filter((entry) => entry.documented).length;
  const text = read("../README.md");
  expect(text).toMatch(new RegExp(`\\b${documented}\\b`));
  // Not to the last one: a new error must not need an edit of the README.
  const [, observed] = /more than (\d+) that were only observed/.exec(text) ?? [];
  expect(errors.length - documented).toBeGreaterThan(Number(observed));
});
