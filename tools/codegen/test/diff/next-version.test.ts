import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildPackages, compile } from "../build.js";
import { schemas } from "../own-catalog.js";
import { generate } from "../run.js";
import { temporaryFolder } from "../temporary-folder.js";

/** Code written for the present catalog. */
const CONSUMER = `import { type ApiError, identify, matchError, parseResponse } from "@hashkey-errors/validator";

export function placed(error: ApiError): "no" | "perhaps" {
  return matchError(error, {
    ORDER_NOT_FOUND: ({ outcome }) => (outcome === "rejected" ? "no" : "perhaps"),
    UNRECOGNIZED: () => "perhaps",
    _: ({ retry }) => (retry === "after-fix" ? "no" : "perhaps"),
  });
}

export function explain(error: ApiError): string {
  switch (error.name) {
    case "PARAMETER_INVALID":
      return error.params?.parameter ?? "a parameter";
    case "ORDER_NOT_FOUND":
      return error.code satisfies "0211";
    case "ORDER_TYPE_UNSUPPORTED":
      return error.code satisfies "0206";
    default:
      return error.retry === "never" ? "no" : error.code;
  }
}

const response = parseResponse({ code: "-7777", msg: "Brand new" });
export const answer: string = response.kind === "error" ? placed(response.error) : placed(identify("0211"));
`;

test("a consumer compiles against a later catalog with a new error, a more cautious judgment and a renamed entry", async () => {
  const root = temporaryFolder("next");
  const catalog = join(root, "spec");
  cpSync(schemas, catalog, {
    recursive: true,
    filter: (path) => !/node_modules|generated|\.turbo|test/.test(path.slice(schemas.length)),
  });
  const edit = (file: string, from: RegExp, to: string) => {
    const text = readFileSync(join(catalog, file), "utf8");
    expect(text).toMatch(from);
    writeFileSync(join(catalog, file), text.replace(from, to));
  };
  edit("catalog.yaml", /^packages:/m, "runtime: true\npackages:");
  edit("catalog.yaml", /\.\.\/packages\/types\/src/, "../out/types");
  edit("catalog.yaml", /\.\.\/packages\/validator\/src/, "../out/validator");
  edit("catalog.yaml", /\.\.\/packages\/messages\/src/, "../out/messages");
  edit("catalog.yaml", /^ {2}cli: .*\n/m, "");
  const build = async () => {
    await generate({ catalog });
    rmSync(join(root, "node_modules"), { recursive: true, force: true });
    return buildPackages(
      { root },
      { types: "@hashkey-errors/types", validator: "@hashkey-errors/validator" },
      { noCheck: true },
    );
  };
  const consume = (options: object = {}) => {
    const folder = join(root, "consumer");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "main.ts"), CONSUMER);
    const compilerOptions = {
      module: "nodenext",
      target: "ES2022",
      strict: true,
      types: [],
      noEmit: true,
      ...options,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
    compile(folder);
  };

  await build();
  consume();

  edit(
    "catalog/order.yaml",
    /(name: ORDER_NOT_FOUND[\s\S]*?)outcome: rejected\n {4}retry: after-reconcile/,
    "$1outcome: unknown\n    retry: after-reconcile",
  );
  // Its texts do not say so, and wait for new ones.
  for (const file of readdirSync(join(catalog, "locales")).map((name) => `locales/${name}`)) {
    const { ORDER_NOT_FOUND: _, ...texts } = JSON.parse(readFileSync(join(catalog, file), "utf8"));
    writeFileSync(join(catalog, file), JSON.stringify(texts));
  }
  // A renamed entry keeps its old name, retired.
  edit(
    "catalog/order.yaml",
    /( {2}- name: )ORDER_TYPE_UNSUPPORTED\n([\s\S]*?)(?=\n {2}- name: )/,
    '$1ORDER_TYPE_UNSUPPORTED\n    retired: { since: "1.1.0", reason: Renamed, replacedBy: ORDER_KIND_UNSUPPORTED }\n$2\n$1ORDER_KIND_UNSUPPORTED\n$2',
  );
  writeFileSync(
    join(catalog, "catalog/new.yaml"),
    `entries:
  - name: BRAND_REJECTED
    code: "-7777"
    httpStatus: null
    message: Brand {adjective}
    params: { adjective: { meaning: How it is, example: new } }
    description: ""
    category: order
    fault: client
    outcome: rejected
    retry: after-fix
    documented: false
    sources: [{ document: new.txt, line: 1 }]
`,
  );
  writeFileSync(join(catalog, "evidence/new.txt"), "-7777 Brand new\n");
  const { validator } = await build();
  // Without the types of browsers, which take longer to read than all else.
  consume({ lib: ["ES2022"] });
  const { identify } = await import(validator);
  expect(identify("-7777", "Brand new")).toMatchObject({
    name: "BRAND_REJECTED",
    params: { adjective: "new" },
  });
  expect(identify("0211")).toMatchObject({ outcome: "unknown" });
  for (const code of ["0206", 206])
    expect(identify(code)).toMatchObject({ name: "ORDER_KIND_UNSUPPORTED", drift: false });
});
