import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";

const SUBSET = `subsets: { cards: { description: For the card service., names: [CARD_EXPIRED] } }
packages:`;

const exporting = (subset: string) =>
  JSON.stringify({
    name: "acme",
    exports: {
      "./cards": {
        types: `./out/types/generated/subsets/${subset}/index.d.ts`,
        default: `./dist/generated/subsets/${subset}/index.js`,
      },
    },
  });

test("lint and check report a package that exports a subset that the manifest does not have", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "package.json");
  const messages = async () =>
    (await lint(acme.catalog)).problems
      .filter(({ rule }) => rule === "subset-exports")
      .map(({ message, location }) => `${location.file}: ${message}`);
  acme.edit("catalog.yaml", "packages:", SUBSET);
  writeFileSync(file, exporting("cards"));
  expect(await messages()).toEqual([]);
  acme.edit("catalog.yaml", SUBSET, "packages:");
  const fault =
    "exports generated/subsets/cards/, but catalog.yaml has no subset cards that is generated into the packages";
  expect(await messages()).toEqual([`../package.json: ${fault}`]);
  expect(await codegen(acme, "check")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(fault),
  });
  for (const malformed of ["{", "[]", '{"exports":null}', '{"exports":["a"]}']) {
    writeFileSync(file, malformed);
    expect(await messages()).toEqual([]);
  }
});
