import { load } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { PAYMENTS } from "../test-faults.js";

const entry = (name: string, ...sources: readonly (readonly [document: string, line: number])[]) =>
  `  - name: ${name}
    code: ${name.toLowerCase()}
    httpStatus: null
    message: Failed
    description: ""
    category: card
    fault: client
    outcome: rejected
    retry: after-fix
    sources: [${sources.map(([document, line]) => `{ document: ${document}, line: ${line} }`)}]
`;

test("entries are in the order of the tables, then of other documents, their lines and names", () => {
  const acme = copyAcme();
  acme.edit("catalog.yaml", "table: errors.md", "table: [second.md, errors.md]");
  const files = [
    [
      entry("OTHER_B", ["b.md", 2]),
      entry("TABLE_10", ["errors.md", 10]),
      entry("OTHER_A", ["a.md", 30]),
      entry("OTHER_B_TOO", ["b.md", 1]),
    ],
    [
      entry("TABLE_9", ["a.md", 1], ["errors.md", 9]),
      entry("SECOND_2", ["errors.md", 1], ["second.md", 2]),
      entry("OTHER_A_FIRST", ["a.md", 30], ["b.md", 1]),
      entry("SECOND_1", ["second.md", 1]),
    ],
  ];
  acme.write(PAYMENTS, `entries:\n${files[0]?.join("")}`);
  acme.write("catalog/another.yaml", `entries:\n${files[1]?.join("")}`);
  const { catalog, problems } = load(acme.catalog);
  expect(problems).toEqual([]);
  expect(catalog?.entries.map(({ name }) => name)).toEqual([
    ...["SECOND_1", "SECOND_2", "TABLE_9", "TABLE_10"],
    ...["OTHER_A", "OTHER_A_FIRST", "OTHER_B_TOO", "OTHER_B"],
  ]);
});
