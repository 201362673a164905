import { expect, test } from "vitest";
import { emitFile } from "./tiny-catalog.js";

test("meta.json says how complete and how well reviewed each locale is", async () => {
  const text = await emitFile("../messages/src/generated/formats/meta.json");
  expect(JSON.parse(text)).toEqual({
    sourceLocale: "en",
    texts: 7,
    locales: {
      de: {
        language: "German",
        aliases: ["de-AT"],
        coverage: 0.14,
        missing: 6,
        stale: 1,
        status: { machine: 1, translated: 0, reviewed: 0, final: 0 },
        stability: "experimental",
      },
      en: {
        language: "English",
        aliases: [],
        coverage: 1,
        missing: 0,
        stale: 0,
        status: { machine: 0, translated: 0, reviewed: 7, final: 0 },
        stability: "stable",
      },
    },
  });
});
