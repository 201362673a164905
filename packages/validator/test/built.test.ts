import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const { exports } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
) as { exports: Readonly<Record<string, string | { readonly default: string }>> };

const files = Object.values(exports).flatMap((target) =>
  typeof target === "string" ? [] : [target.default],
);

test("each entry point of the built package exports what its source does, and nothing else", async () => {
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

test("what is built is ASCII, which engines read faster: a program reads all of it when it starts", () => {
  const dist = new URL("../dist/", import.meta.url);
  const built = readdirSync(dist, { recursive: true, encoding: "utf8" });
  const code = built.filter((file) => file.endsWith(".js"));
  expect(code).toContain("index.js");
  for (const file of code)
    expect(readFileSync(new URL(file, dist), "utf8").match(/[^\0-\x7f]/g), file).toBeNull();
});
