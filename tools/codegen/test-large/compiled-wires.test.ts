import { onTestFinished, test } from "vitest";
import { buildValidators } from "../test/emit/build-validators.js";
import { catalogOf, WIRES } from "../test/emit/path-wires.js";

test("the validators of all wires have correct types", async () => {
  const { remove } = await buildValidators(Object.keys(WIRES).map(catalogOf), { noCheck: false });
  onTestFinished(remove);
});
