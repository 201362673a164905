import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const { exports } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
) as { exports: Readonly<Record<string, string | { readonly default: string }>> };

test("each entry point of the built package exports what its source does, and nothing else", async () => {
  const files = Object.values(exports).flatMap((target) =>
    typeof target === "string" ? [] : [target.default],
  );
  expect(files).toContain("./dist/index.js");
  for (const file of files) {
    const source = file.replace("./dist/", "../src/").replace(/\.js$/, ".ts");
    const [built, written] = (await Promise.all([
      import(new URL(`../${file}`, import.meta.url).href),
      import(new URL(source, import.meta.url).href),
    ])) as object[];
    expect(Object.keys(built ?? {}).sort(), file).toEqual(Object.keys(written ?? {}).sort());
  }
});
