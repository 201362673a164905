import { expect, test } from "vitest";
import { syntheticEntries } from "../src/entries.js";
import { validatorOf } from "../src/ours.js";

test("the validator that is measured with another catalog knows each of its errors", async () => {
  const entries = syntheticEntries(50);
  const { parseResponse } = await validatorOf(entries);
  const unknown = entries.filter(({ name, code }) => {
    const result = parseResponse({ code });
    return result.kind !== "error" || (result.error.name as string) !== name;
  });
  expect(unknown).toEqual([]);
});
