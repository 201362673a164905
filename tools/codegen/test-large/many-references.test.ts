import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../test/acme.js";

/** An entry of the second catalog, with more of its fields. */
const entry = (name: string, fields: string) => `  - name: ${name}
    code: ${name}
    httpStatus: null
    message: ${name}
    description: ""
    category: card
    fault: client
    outcome: rejected
    retry: never
    documented: false
    sources: [{ document: samples.txt, line: 1 }]
${fields}`;

test("lint is quick for thousands of entries that name thousands of unknown ones", async () => {
  const acme = copyAcme();
  acme.write("evidence/samples.txt", "E_1");
  const unknown = (at: number) => Array.from({ length: 5 }, (_, each) => `X_${at}_${each}`);
  const entries = Array.from({ length: 4_000 }, (_, at) =>
    entry(`E_${at}`, `    alike: [${unknown(at).join(", ")}]\n`),
  );
  acme.write("catalog/many.yaml", `entries:\n${entries.join("")}`);
  const { problems } = await lint(acme.catalog);
  expect(problems.filter(({ rule }) => rule === "alike")).toHaveLength(20_000);
});

test("lint reports thousands of categories instead of a stack", async () => {
  const acme = copyAcme();
  const categories = Array.from(
    { length: 5_000 },
    (_, at) => `  c${at}: { status: 400, description: d }\n`,
  );
  acme.edit("catalog.yaml", "categories:\n", `categories:\n${categories.join("")}`);
  const { problems } = await lint(acme.catalog);
  expect(problems.map(({ message }) => message)).toContain(
    '"categories" must NOT have more than 200 properties',
  );
});
