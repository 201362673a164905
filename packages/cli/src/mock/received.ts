import { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { parseJson } from "../json/parse-json.js";

/** A request that was read whole. */
export interface Received {
  readonly method: string;
  /** Without the query, as it was sent. */
  readonly path: string;
  /** Instructions on how to reply, from headers and the query, without `x-mock-`. */
  readonly instruction: Readonly<Record<string, string>>;
  /** The texts, numbers and flags in the query and the body. */
  readonly members: Fields;
  /** The items of a request for several: the body, or the first list of objects in it. */
  readonly items: readonly Fields[] | undefined;
  /** The query, for the mock's own endpoints. */
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Members that are texts, numbers or flags. */
export type Fields = Readonly<Record<string, string | number | boolean>>;

const PREFIX = "x-mock-";
const LARGEST_BODY = 1_000_000;

/** Reads a request; undefined where its body is too large. */
export async function receive(request: IncomingMessage): Promise<Received | undefined> {
  const body = await readText(request);
  if (body === undefined) return undefined;
  const { method = "GET", url = "/" } = request;
  // What asks a proxy names the whole address: the mock may stand in for one.
  const [path, ...rest] = url.replace(/^https?:\/\/[^/?#]*/i, "").split("?");
  const query = [...new URLSearchParams(rest.join("?"))];
  const headers = Object.entries(request.headers).map(
    ([name, value]): readonly [string, string] => [name, toUtf8(String(value))],
  );
  const own = [...query, ...headers].filter(([name]) => name.toLowerCase().startsWith(PREFIX));
  const parsed = parseJson(body);
  const form = parsed === undefined ? Object.fromEntries(new URLSearchParams(body)) : parsed;
  return {
    method,
    path: path || "/",
    instruction: Object.fromEntries(
      own.map(([name, value]) => [name.toLowerCase().slice(PREFIX.length), value]),
    ),
    members: {
      ...fieldsOf(
        Object.fromEntries(query.filter(([name]) => !name.toLowerCase().startsWith(PREFIX))),
      ),
      ...fieldsOf(form),
    },
    items: itemsOf(parsed),
    query: Object.fromEntries(query),
    body,
  };
}

/** Returns the value of a header, which Node reads as Latin-1, and curl sends as UTF-8. */
function toUtf8(value: string): string {
  const text = Buffer.from(value, "latin1").toString("utf8");
  return text.includes("\ufffd") ? value : text;
}

/**
 * Reads the body; undefined where it is too large. Its chunks are copied: as objects, a million of
 * a byte each would take half a gigabyte. A loop over them would take twice the time of events.
 */
function readText(request: IncomingMessage): Promise<string | undefined> {
  let bytes = Buffer.alloc(0);
  let length = 0;
  request.on("data", (chunk: Uint8Array) => {
    const start = length;
    length += chunk.length;
    // The rest is read all the same: a connection that is closed early loses the answer.
    if (length > LARGEST_BODY) return;
    if (length > bytes.length) bytes = Buffer.concat([bytes], 2 * length);
    bytes.set(chunk, start);
  });
  return new Promise((resolve, reject) => {
    request.once("error", reject).once("end", () => {
      resolve(length > LARGEST_BODY ? undefined : bytes.toString("utf8", 0, length));
    });
  });
}

function fieldsOf(value: unknown): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const fields = Object.entries(value).filter(([, field]) => isField(field));
  return Object.fromEntries(fields);
}

function isField(value: unknown): value is Fields[string] {
  return ["string", "number", "boolean"].includes(typeof value);
}

function itemsOf(parsed: unknown): readonly Fields[] | undefined {
  if (typeof parsed !== "object" || parsed === null) return undefined;
  const lists = Array.isArray(parsed) ? [parsed] : Object.values(parsed);
  const objects = lists.filter(isListOfObjects);
  return (objects.find(({ length }) => length > 0) ?? objects[0])?.map(fieldsOf);
}

function isListOfObjects(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.every((item) => typeof item === "object" && item !== null);
}
