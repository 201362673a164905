import type { Random } from "./random.js";
import { createHostileValue } from "./values.js";

/** Bodies of every kind, with letters of one to four bytes. */
const TEXTS: readonly string[] = [
  '{"code":"-1141","msg":"Duplicate order"}',
  '{"code":"-9999","msg":"é 订单 😀"}',
  '{"orderId":"1","note":"é 订单 😀"}',
  '{"code":0,"result":[{"code":0,"orderId":"1"},{"code":"-1141","msg":"é😀","orderId":"2"}]}',
  "[]",
  "<html>é 订单 😀</html>",
  "",
];

/** The ways in which a body ends: two of them can be read. */
const ENDS = ["whole", "cut", "error", "stall", "no bytes"] as const;

/** The ways in which bytes are, or are not, the UTF-8 that they should be. */
const ENCODINGS = ["utf8", "utf16le", "latin1", "both"] as const;

const STATUSES = [200, 200, 201, 302, 400, 404, 418, 429, 500, 502, 504, 599];

/** Headers that are not true of the body. */
const HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { "content-length": "1" },
  { "content-length": "99999999999" },
  { "content-type": "text/html; charset=gbk" },
  { "content-type": "application/json; charset=utf-16" },
  { "content-encoding": "gzip" },
];

/** A response whose body may not come to its end. */
export interface BrokenResponse {
  readonly response: Response;
  /** The bytes that come. */
  readonly bytes: Uint8Array;
  /** Whether the body comes to an end. */
  readonly isReadable: boolean;
  /** The error with which the body breaks off. */
  readonly cause: unknown;
  /** The parts of the response, for a message. */
  readonly description: string;
}

/** Creates a response from a seed. */
export function createBrokenResponse(random: Random): BrokenResponse {
  const [text, encoding, end] = [random.pick(TEXTS), random.pick(ENCODINGS), random.pick(ENDS)];
  const [status, headers] = [random.pick(STATUSES), random.pick(HEADERS)];
  const whole = encode(text, encoding);
  const bytes = end === "whole" ? whole : whole.subarray(0, random.below(whole.length + 1));
  const cause = random.pick(CAUSES)(random);
  const chunks: unknown[] = split(bytes, random);
  if (end === "no bytes") chunks.push("text");
  const abort = new AbortController();
  const stream = new ReadableStream({
    start(controller) {
      abort.signal.addEventListener("abort", () => controller.error(cause));
    },
    pull(controller) {
      if (chunks.length > 0) controller.enqueue(chunks.shift());
      else if (end === "stall") queueMicrotask(() => abort.abort());
      else if (end === "error") controller.error(cause);
      else controller.close();
    },
  });
  return {
    response: new Response(stream, { status, headers }),
    bytes,
    isReadable: end === "whole" || end === "cut",
    cause: end === "no bytes" ? TypeError : cause,
    description: JSON.stringify({ text, encoding, end, bytes: bytes.length, status, headers }),
  };
}

/** The reasons with which bodies break off: those of clients, and whatever else is thrown. */
const CAUSES: readonly ((random: Random) => unknown)[] = [
  () => Object.assign(new TypeError("terminated"), { cause: { code: "UND_ERR_SOCKET" } }),
  () => Object.assign(new Error("x"), { code: "ECONNREFUSED", syscall: "connect" }),
  () => Object.assign(new Error("x"), { code: "Z_DATA_ERROR" }),
  () => new DOMException("x", "AbortError"),
  () => new DOMException("x", "TimeoutError"),
  () => new SyntaxError("Unexpected end of JSON input"),
  () => undefined,
  (random) => createHostileValue(random),
];

function encode(text: string, encoding: (typeof ENCODINGS)[number]): Uint8Array {
  if (encoding !== "both") return Buffer.from(text, encoding);
  const middle = Math.floor(text.length / 2);
  return Buffer.concat([
    Buffer.from(text.slice(0, middle), "utf8"),
    Buffer.from(text.slice(middle), "utf16le"),
  ]);
}

/** Splits bytes anywhere, also within a letter, and into pieces of none. */
function split(bytes: Uint8Array, random: Random): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = start + random.below(1 + random.pick([1, 4, 16, 100]));
    chunks.push(bytes.subarray(start, end));
    start = end;
  }
  return chunks;
}
