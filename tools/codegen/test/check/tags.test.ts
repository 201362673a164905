import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { PAYMENTS } from "../test-faults.js";

test("the rule tags warns of a tag that no entry has", async () => {
  const acme = copyAcme();
  const tags = `tags:
  cards: { description: Cards., names: ["CARD_*"] }
  server: { description: Ours. }
  unused: { description: Nothing. }
`;
  acme.edit("catalog.yaml", "errorClass:", `${tags}errorClass:`);
  acme.edit(PAYMENTS, "code: api_error\n", "code: api_error\n    tags: [server]\n");
  const { problems } = await lint(acme.catalog);
  expect(problems.filter(({ rule }) => rule === "tags")).toMatchObject([
    {
      severity: "warning",
      message: 'no entry has the tag "unused"',
      hint: "give it to entries, by `tags` of each or by names, codes or categories here",
      location: {
        file: "catalog.yaml",
        line: acme.read("catalog.yaml").split("unused")[0]?.split("\n").length,
      },
    },
  ]);
});
