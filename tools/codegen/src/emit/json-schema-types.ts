import type { JsonSchema } from "../catalog/catalog.js";
import { cached } from "./cache.js";

const OPTIONS = {
  bannerComment: "",
  additionalProperties: false,
  // A schema refers to itself alone: the library would read any file and fetch any address.
  $refOptions: { resolve: { file: false, http: false } },
} as const;

const TOO_LONG = "json-schema-to-typescript cannot print it: a description has too many lines";

/**
 * Returns the types of a JSON Schema and its definitions, by json-schema-to-typescript. `name` is
 * that of the whole schema's type, `cacheName` that of the cached output.
 */
export async function printJsonSchemaTypes(
  schema: JsonSchema,
  name: string,
  cacheName: string,
): Promise<string> {
  const types = await cached({
    name: cacheName,
    library: "json-schema-to-typescript",
    input: [schema, name, OPTIONS],
    produce: async () => {
      const { compile } = await import("json-schema-to-typescript");
      try {
        return await compile(schema, name, OPTIONS);
      } catch (error) {
        // It handles the lines of a description as the arguments of one call.
        throw error instanceof RangeError ? new Error(TOO_LONG) : error;
      }
    },
  });
  return addReadonly(types);
}

/**
 * Makes every member and array readonly: bodies and catalogs are read, not written. The comments
 * have descriptions of any length, so no pattern begins where another attempt of it has been.
 */
function addReadonly(types: string): string {
  return addToObjectLists(
    types
      .replace(MEMBER, "$1readonly $2")
      .replace(TEXT_OR_LIST, (found, list) => (list === undefined ? found : `readonly ${list}`)),
  );
}

const STRING = /"(?:[^"\\]|\\.)*"/.source;
const MEMBER = new RegExp(`^([ \\t]*)((?:${STRING}|[\\w$]+|\\[k: string\\])\\??: )`, "gm");

/** An array of a name or of what is in parentheses; not the rest of a tuple. */
const ARRAY = `(?:(?<![\\w$.])[\\w$]+|(?<![.])\\((?:[^()"]|${STRING})*\\))\\[\\]`;
/** The beginning of a tuple: a list that is not empty. */
const TUPLE = "(?<=[:=|] |[(])\\[";
/** Descriptions and strings may have what looks like a list. */
const TEXT_OR_LIST = new RegExp(`/\\*[^]*?\\*/|${STRING}|(${ARRAY}|${TUPLE})`, "g");

/**
 * Marks objects that are items of a list, over several lines: each ends with the first `}` that is
 * indented as its first line is.
 */
function addToObjectLists(types: string): string {
  const lines = types.split("\n");
  const open = new Map<number, number[]>();
  for (const [at, line] of lines.entries()) {
    const indent = line.search(/[^ ]/);
    if (line.startsWith("}", indent)) {
      const starts = line.startsWith("}[]", indent) ? (open.get(indent) ?? []) : [];
      for (const start of starts) lines[start] = (lines[start] ?? "").replace(/\{$/, "readonly {");
      open.delete(indent);
    }
    if (/[:=] \{$/.test(line)) addTo(open, indent, at);
  }
  return lines.join("\n");
}

function addTo(open: Map<number, number[]>, indent: number, at: number): void {
  const starts = open.get(indent);
  if (starts === undefined) open.set(indent, [at]);
  else starts.push(at);
}
