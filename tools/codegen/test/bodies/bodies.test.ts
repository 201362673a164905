import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generate, hasErrors } from "@hashkey-errors/codegen";
import { build } from "rolldown";
import { beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { compile } from "../build.js";
import { type Api, writeCatalog } from "./write-catalog.js";

const folder = fileURLToPath(new URL("apis", import.meta.url));
const page = fileURLToPath(new URL("../../../../docs/bodies.md", import.meta.url));

/** The APIs that were asked for by name, and then the forms that several APIs share. */
const FORMS = [
  ...["json-api", "graphql", "problem-json", "grpc-json", "json-rpc", "alipay", "kraken"],
  ...["tencent-cloud", "elasticsearch"],
];

const apis = new Map(
  readdirSync(folder).map((file) => [
    basename(file, ".yaml"),
    parse(readFileSync(join(folder, file), "utf8")) as Api,
  ]),
);

/** The functions of a generated validator that the test calls. */
interface Validator {
  parseResponse(body: unknown, context: { readonly httpStatus?: number }): Result;
}

/** The function that writes the body of an error. */
interface BodyWriter {
  errorBody(name: string, params: object, options: { readonly form?: string }): object;
}

interface Result {
  readonly kind: string;
  readonly error?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly code: string }[];
  readonly items?: readonly Result[];
}

const root = mkdtempSync(join(tmpdir(), "bodies-"));
const validators = new Map<string, Validator & BodyWriter>();

beforeAll(async () => {
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  for (const [id, api] of apis) {
    writeCatalog(join(root, id, "schemas"), id, api);
    const { problems } = await generate(join(root, id, "schemas"));
    expect(hasErrors(problems), JSON.stringify({ id, problems })).toBe(false);
  }
  for (const id of apis.keys()) validators.set(id, await loadValidator(id));
  return () => rmSync(root, { recursive: true, force: true });
}, 300_000);

/**
 * Bundles the validator of an API, which removes its types, and imports it: checking the types of
 * all APIs takes minutes.
 */
async function loadValidator(id: string): Promise<Validator & BodyWriter> {
  const folder = join(root, "dist", id);
  const input = ["index", "body"].map((file) => join(root, id, `out/validator/${file}.ts`));
  await build({
    input,
    output: { dir: folder },
    resolve: { extensionAlias: { ".js": [".ts"] } },
    tsconfig: false,
  });
  const load = (file: string) => import(pathToFileURL(join(folder, file)).href);
  return { ...(await load("index.js")), ...(await load("body.js")) };
}

test("every response is read as its document says", () => {
  const wrong = [...apis.keys()].flatMap((id) => findWrong(id));
  expect(wrong).toEqual([]);
});

test("every error is written as a body that is read as this error", () => {
  const wrong = [...apis.keys()].flatMap((id) => findMiswritten(id));
  expect(wrong).toEqual([]);
});

test("what is expected of each API includes failures and successes", () => {
  const kinds = [...apis.values()].map(({ responses }) => {
    const successes = responses.filter(({ is }) => is === "success").length;
    return successes > 0 && successes < responses.length;
  });
  expect(kinds).toEqual(kinds.map(() => true));
  expect([apis.size - FORMS.length, FORMS.length]).toEqual([20, 9]);
});

test("a failure that is expected to be a success is reported, and a text that did not come", () => {
  const [failure] = responsesOf("stripe");
  if (failure === undefined) throw new Error("no failure");
  const planted = [
    { ...failure, is: "success" },
    { ...failure, text: "another" },
  ];
  expect(planted.map((each) => findWrong("stripe", [each]).length)).toEqual([1, 1]);
});

/** `vitest run --update` writes the table. */
test("the table of the APIs in docs/bodies.md is what was read", async () => {
  const [before = "", , after] = readFileSync(page, "utf8").split(
    /(?<=<!-- table -->\n\n)|(?=<!-- \/table -->)/,
  );
  await expect(`${before}${printTable()}\n${after}`).toMatchFileSnapshot(page);
});

test("the packages of APIs with unlike bodies compile", () => {
  const base = fileURLToPath(new URL("../../../../tsconfig.base.json", import.meta.url));
  const ids = ["square", "shopify", "alipay", "kraken", "elasticsearch"];
  const project = join(root, "strict");
  mkdirSync(project);
  const config = {
    extends: base,
    compilerOptions: { rootDir: root, outDir: "build" },
    include: ids.map((id) => join(root, id, "out")),
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify(config));
  compile(project);
});

function responsesOf(id: string): Api["responses"] {
  return apis.get(id)?.responses ?? [];
}

function validatorOf(id: string): Validator & BodyWriter {
  const validator = validators.get(id);
  if (validator === undefined) throw new Error(`no validator of ${id}`);
  return validator;
}

/** The responses of an API that its validator reads as something else. */
function findWrong(id: string, responses = responsesOf(id)): readonly object[] {
  const { parseResponse } = validatorOf(id);
  return responses.flatMap(({ status, body, is, text, params, codes }) => {
    const result = parseResponse(body, { httpStatus: status });
    const got = {
      is: summarize(result),
      ...(text !== undefined && { text: result.error?.msg }),
      ...(params !== undefined && { params: result.error?.params }),
      ...(codes !== undefined && { codes: result.errors?.map(({ code }) => code) }),
    };
    const want = {
      is,
      ...(text !== undefined && { text }),
      ...(params !== undefined && { params }),
      ...(codes !== undefined && { codes }),
    };
    return JSON.stringify(got) === JSON.stringify(want) ? [] : [{ id, body, want, got }];
  });
}

/** The bodies that an API's validator writes of its errors, and reads as something else. */
function findMiswritten(id: string): readonly object[] {
  const { errorBody, parseResponse } = validatorOf(id);
  return Object.entries(apis.get(id)?.errors ?? {}).flatMap(([name, { code, message }]) => {
    const params = Object.fromEntries(
      [...message.matchAll(/\{(\w+)\}/g)].map(([, param]) => [param, "31"]),
    );
    const forms = Number.isSafeInteger(Number(code)) ? ["string", "number"] : ["string"];
    return forms.flatMap((form) => {
      const body = errorBody(name, params, { form });
      const { error } = parseResponse(body, { httpStatus: 400 });
      const want = { name, params, drift: false };
      const got = { name: error?.name, params: error?.params, drift: error?.drift };
      return JSON.stringify(got) === JSON.stringify(want) ? [] : [{ id, body, want, got }];
    });
  });
}

/** The kind of a result; of an error, its name, or its code if the catalog does not list it. */
function summarize({ kind, error, items }: Result): unknown {
  if (kind === "batch") return items?.map(summarize);
  if (kind !== "error") return kind;
  return error?.name === "UNRECOGNIZED" ? { code: error.code } : error?.name;
}

function printTable(): string {
  const twenty = [...apis.keys()].filter((id) => !FORMS.includes(id));
  const rows = [...twenty, ...FORMS].map((id) => {
    const { api, document, wire, responses } = apis.get(id) as Api;
    const wrong = findWrong(id).length;
    const successes = responses.filter(({ is }) => is === "success").length;
    const right = wrong === 0 ? "yes" : `no: ${wrong} wrong`;
    const words = stringify(wire, { collectionStyle: "flow", lineWidth: 0 }).trim();
    return `| [${api}](${document}) | \`${words.replaceAll("|", "\\|")}\` | ${responses.length - successes} | ${successes} | ${right} |`;
  });
  const lines = [
    "| API | `wire` | failures | successes | all read right |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ];
  return lines.map((line) => `${line}\n`).join("");
}
