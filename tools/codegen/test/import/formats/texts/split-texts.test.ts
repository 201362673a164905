import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { emptyCatalog } from "../../../empty-catalog.js";
import { schemas } from "../../../own-catalog.js";
import { propertyRuns } from "../../../property-runs.js";
import { codegen } from "../../../run.js";

/** `pnpm test:properties` sets more. */
const RUNS = propertyRuns({ quick: 5, thorough: 30 });

const documented = (
  JSON.parse(readFileSync(join(schemas, "generated/catalog.json"), "utf8")) as { entries: Entry[] }
).entries.filter((entry) => entry.documented);

test("splitTexts is right wherever it does not mark the split as unsure", async () => {
  const words = documented.flatMap(({ message, description }) => [message, description]);
  const identifier = fc
    .tuple(
      fc.constantFrom(
        ...(words
          .join(" ")
          .toLowerCase()
          .match(/[a-z]{2,8}/g) ?? []),
      ),
      fc.constantFrom("Id", "Price", "The", "Order", "Invalid", "Not"),
    )
    .map(([one, other]) => ` ${one}${other}`);
  const row = fc.record({
    entry: fc.constantFrom(...documented),
    other: fc.constantFrom(...documented),
    pairing: fc.constantFrom("own", "own", "other", "none"),
    inMessage: fc.option(identifier, { freq: 3 }),
    inDescription: fc.option(identifier, { freq: 3 }),
  });
  let sure = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 20, maxLength: 60 }), async (rows) => {
      const workspace = emptyCatalog({ id: "seams" });
      const texts = rows.map(({ entry, other, pairing, inMessage, inDescription }) => {
        const plain = (text: string) => text.replaceAll(/\{\w+\}/g, "x");
        const description =
          pairing === "none" ? "" : plain((pairing === "own" ? entry : other).description);
        return [
          plain(entry.message) + (inMessage ?? ""),
          description === "" ? "" : description + (inDescription ?? ""),
        ] as const;
      });
      const lines = texts.map(
        ([message, description], index) => `${2000 + index}400${message}${description}`,
      );
      writeFileSync(join(workspace.root, "errors.txt"), lines.join("\n"));
      await codegen(workspace, "import", join(workspace.root, "errors.txt"));
      const { entries } = parse(workspace.read("catalog/imported.yaml")) as { entries: Entry[] };
      for (const { code, message, description, draft } of entries) {
        if (draft?.includes("message")) continue;
        sure += 1;
        expect([message, description]).toEqual(texts[Number(code) - 2000]);
      }
    }),
    { numRuns: RUNS },
  );
  // A splitter that is never sure would pass as well.
  expect(sure).toBeGreaterThan(RUNS);
});
