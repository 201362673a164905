import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One `@example` of a doc comment. */
export interface HoverExample {
  /** The export that it belongs to. */
  readonly of: string;
  readonly code: string;
}

/** Reads the examples in the doc comments of a folder of sources or declarations. */
export function readExamples(folder: string): readonly HoverExample[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .flatMap((file) => parseExamples(readFileSync(join(folder, file), "utf8")));
}

/** Parses the examples in the doc comments of a module. */
export function parseExamples(text: string): readonly HoverExample[] {
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:declare )?(?:async )?\w+ (\w+)/g;
  return [...text.matchAll(comment)].flatMap(([, doc = "", of = ""]) => {
    const [, example] = doc.split("@example");
    return example === undefined ? [] : [{ of, code: example.replaceAll(/^ \* ?/gm, "").trim() }];
  });
}

/** Returns what the modules of a part export, each with its `part/module`. */
export function readExports(part: string, folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  return new Map(
    files.flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const functions = text.matchAll(/^export (?:declare )?(?:async )?function (\w+)/gm);
      const passedOn = text.matchAll(/^export \{ (\w+) \} from/gm);
      const module = `${part}/${file.replace(/(?:\.d)?\.ts$/, "")}`;
      return [...functions, ...passedOn].map(([, name = ""]) => [name, module] as const);
    }),
  );
}

/** The modules in which a program finds what its examples use. */
export interface ExampleSetting {
  /** Returns the specifier that a `part/module` is imported by. */
  specifierOf(module: string): string;
  /** The specifier of a bundle of messages. */
  readonly bundle: string;
  /** The exported functions, each with its `part/module`. */
  readonly exports: ReadonlyMap<string, string>;
  /** Declares an error of the catalog: `name`, `params`, `code`, `msg` and `body`. */
  readonly error: string;
}

/** The values that examples use without declaring them. */
const SCENE = `
const httpStatus = 200;
const text = JSON.stringify(body);
const json = { time: 1 };
const failure = identify(code, msg);
const result = parseResponse(body);
const headers = new Headers({ "retry-after": "2" });
const attempt = 1;
const url = "https://api.example.com/orders";
const signal = new AbortController().signal;
const fetch = async (..._: unknown[]) => new Response(text, { status: 400 });
const orders = [{ clientOrderId: "1" }];
const request = { headers: { "accept-language": "fr;q=0.5, en;q=0.8" } };
const navigator = { languages: ["en-GB", "en"] };
const [symbol, amount, price] = ["BTCUSD", 1, 2];
const exchange = {
  createOrder: async (..._: unknown[]) => { throw new Error("hashkey " + text); },
};
const response = Response.json({ type: "urn:acme:NOT_FOUND", status: 404 });
const show = (_: object) => {};
const lookUp = async (_: object) => {};
const span = { setAttributes: (_: object) => {} };
const fetchMock = { mockResolvedValue: (_: Response) => {} };
const reply = { code: (_: number) => reply, type: (_: string) => reply, send: (_: object) => {} };

/** Whether a value is as the comment says: an object may have more members. */
function matches(value: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null) return Object.is(value, wanted);
  return (
    typeof value === "object" && value !== null &&
    Object.entries(wanted).every(([key, each]) => matches(Reflect.get(value, key), each))
  );
}
function expectOneOf(example: string, value: unknown, wanted: readonly unknown[]): void {
  if (!wanted.some((each) => matches(value, each)))
    throw new Error(example + " gives " + JSON.stringify(value));
}
`;

/** Writes a program that runs examples, and compares values with what the comments say. */
export function toProgram(examples: readonly HoverExample[], setting: ExampleSetting): string {
  const { exports, specifierOf, bundle, error } = setting;
  const code = examples.map(({ code }) => code).join("\n") + SCENE;
  const imports = [...exports]
    .filter(([name]) => new RegExp(`\\b${name}\\(`).test(code))
    .map(([name, module]) => `import { ${name} } from "${specifierOf(module)}";`);
  return [
    ...imports,
    `import { messages } from "${bundle}";`,
    error,
    SCENE,
    ...examples.map(
      ({ of, code }) => `await (async function ${of}Example() {\n${toBody(code)}\n})();`,
    ),
    `console.log("${examples.length} examples");`,
  ].join("\n");
}

/**
 * Turns an example into the body of a function: imports are hoisted, and comments become checks.
 */
function toBody(code: string): string {
  return code
    .replaceAll(/^import .*$/gm, "")
    .replaceAll(/^(?!const )(\S.*); \/\/ (["{].*)$/gm, (_, value: string, comment: string) => {
      const wanted = comment.startsWith("{")
        ? comment.replaceAll(/,? \.\.\./g, "")
        : comment.split(/, | or /).join(", ");
      return `expectOneOf(${JSON.stringify(value)}, ${value}, [${wanted}]);`;
    });
}
