import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createProject } from "./project.js";

test("a new catalog can be edited, translated, compared with a release and recorded", async () => {
  const { root, read, write, codegen } = createProject();
  await codegen("init");
  expect(await codegen("record")).toMatchObject({ status: 0 });
  write(
    "schemas/catalog/errors.yaml",
    `${read("schemas/catalog/errors.yaml")}  - name: QUOTA_EXCEEDED
    code: "1003"
    httpStatus: 429
    message: Quota exceeded
    description: ""
    category: rate-limit
    fault: client
    outcome: rejected
    retry: after-delay
    sources: [{ document: errors.md, line: 5 }]
`,
  );
  write(
    "schemas/evidence/errors.md",
    `${read("schemas/evidence/errors.md")}| 1003 | 429 | Quota exceeded | |\n`,
  );
  expect(await codegen("locale", "add", "de")).toMatchObject({ status: 0 });
  const generated = await codegen("generate");
  expect(generated).toMatchObject({ status: 0 });
  expect(generated.stdout).toContain("3 entries (3 documented), 2 locales (de 0%, en 87%)");
  const diff = await codegen("diff");
  expect(diff.stdout).toContain("QUOTA_EXCEEDED (1003)");
  expect(diff.stdout).toContain("The changes since the last release require a minor release.");
  expect(await codegen("lint")).toMatchObject({ status: 0 });
  expect(existsSync(join(root, "node_modules"))).toBe(false);

  // Generated code that is not in packages has the name and version of the project.
  write("package.json", '{ "name": "@acme/client", "version": "2.1.0" }');
  mkdirSync(join(root, ".changeset"));
  expect(await codegen("diff", "--changeset")).toMatchObject({ status: 0 });
  expect(read(".changeset/catalog.md")).toMatch(/^---\n#.*\n"@acme\/client": minor\n---\n/);
  await codegen("record");
  expect(JSON.parse(read("schemas/released.json")).version).toBe("2.1.0");
});
