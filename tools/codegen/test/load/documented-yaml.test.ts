import { readFileSync } from "node:fs";
import { load } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";

/** The parts of a manifest, or of a glossary, that the documents show. */
const parts = ["docs/catalog.md", "docs/teams.md"].flatMap((page) =>
  [
    ...readFileSync(new URL(`../../../../${page}`, import.meta.url), "utf8").matchAll(
      /^```yaml\n((\w+):\n[\s\S]*?)^```/gm,
    ),
  ].map(([, text = "", field = ""], index) => ({ page, index, field, text })),
);

test("the documents show parts of a manifest and a glossary", () => {
  const fields = parts.map(({ field }) => field);
  expect(fields).toEqual(
    expect.arrayContaining(["wire", "terms", "ranges", "tags", "subsets", "imports", "retirement"]),
  );
});

test.each(parts)("$field (block $index) of $page is well-formed", ({ field, text }) => {
  const { catalog, read, write } = copyAcme();
  if (field === "terms") {
    write("glossary.yaml", text);
  } else {
    const others = read("catalog.yaml").replace(
      new RegExp(`^${field}:.*\\n(?:[ #].*\\n)*`, "m"),
      "",
    );
    write("catalog.yaml", `${others}\n${text}`);
  }
  const { problems } = load(catalog, { imports: false });
  expect(problems.map(({ message }) => message)).toEqual([]);
});
