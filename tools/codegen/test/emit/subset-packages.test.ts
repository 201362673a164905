import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { buildPackages, compile } from "../build.js";
import { codegen, generate } from "../run.js";

const base = fileURLToPath(new URL("../../../../tsconfig.base.json", import.meta.url));

const SUBSETS = `subsets:
  traffic: { description: For the gateway., categories: [traffic] }
  cards: { description: For the card service., names: [CARD_EXPIRED], folder: ../cards/src/errors }
packages:`;

/** The functions of a generated validator that the test calls. */
interface Validator {
  identify(code: string, text?: string): { readonly name: string; readonly code: string };
}

test("subsets compile as a subpath of the packages, and in a folder of their own", async () => {
  const acme = copyAcme();
  acme.edit("catalog.yaml", "packages:", SUBSETS);
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  expect(await codegen(acme, "check")).toMatchObject({ status: 0 });
  buildPackages(acme, {
    types: "@acme/error-types",
    validator: "@acme/errors",
    messages: "@acme/error-messages",
  });
  const installed = join(acme.root, "node_modules/@acme/errors");
  const { identify }: Validator = await import(
    pathToFileURL(join(installed, "generated/subsets/traffic/index.js")).href
  );
  expect(identify("rate_limited")).toMatchObject({ name: "RATE_LIMITED" });
  expect(identify("card_declined", "Your card has expired")).toMatchObject({
    name: "UNRECOGNIZED",
    code: "card_declined",
  });

  const service = join(acme.root, "cards");
  mkdirSync(join(service, "src"), { recursive: true });
  writeFileSync(
    join(service, "src/main.ts"),
    `import { messages } from "./errors/messages/generated/bundles/de.js";
import { localize } from "./errors/messages/index.js";
import { errorBody } from "./errors/validator/body.js";
import { identify } from "./errors/validator/index.js";

const error = identify("card_declined", "Your card has expired");
export const name: "CARD_EXPIRED" | "UNRECOGNIZED" = error.name;
export const message: string = localize(error, messages).message;
export const other: object = identify("card_declined", "Your card was declined");
export const writeNameless = (): object => (errorBody as (name: string) => object)("");
`,
  );
  const options = { rootDir: "src", outDir: "dist" };
  writeFileSync(
    join(service, "tsconfig.json"),
    JSON.stringify({ extends: base, compilerOptions: options, include: ["src"] }),
  );
  compile(service);
  const main = await import(pathToFileURL(join(service, "dist/main.js")).href);
  expect(main).toMatchObject({
    name: "CARD_EXPIRED",
    message: "Die Karte ist abgelaufen.",
    other: { name: "UNRECOGNIZED", candidates: ["CARD_EXPIRED"] },
  });
  // What shares a code with the subset has no name in it.
  expect(main.writeNameless).toThrow('"" is not the name of an error');
});

test("generate removes the files of a subset that the manifest no longer has", async () => {
  const acme = copyAcme();
  acme.edit("catalog.yaml", "packages:", SUBSETS);
  await generate(acme);
  acme.edit(
    "catalog.yaml",
    "  traffic: { description: For the gateway., categories: [traffic] }\n",
    "",
  );
  const { status, stdout } = await codegen(acme, "generate", "--verbose");
  expect(status).toBe(0);
  expect(stdout).toContain("generated/subsets/traffic/catalog.json");
  expect(await codegen(acme, "check")).toMatchObject({ status: 0 });
});
