import { closeSync, openSync, writeSync } from "node:fs";
import { documentedEntries, messageOnWire, pick } from "./entries.js";

/** A form of recorded traffic. */
export type CaptureForm = "ndjson" | "log" | "har";

const CHUNK = 1 << 20;

/**
 * Writes so many bytes of recorded traffic, of which 30 % are errors, and returns how many records
 * that are.
 */
export function writeCapture(file: string, form: CaptureForm, bytes: number): number {
  const handle = openSync(file, "w");
  const records = makeRecords();
  let written = form === "har" ? writeSync(handle, HAR_START) : 0;
  let chunk = "";
  let index = 0;
  for (; written + chunk.length < bytes; index++) {
    chunk += PRINT[form](records(index), index);
    if (chunk.length < CHUNK) continue;
    written += writeSync(handle, chunk);
    chunk = "";
  }
  writeSync(handle, form === "har" ? `${chunk}\n]}}` : chunk);
  closeSync(handle);
  return index;
}

/** One recorded request. */
interface Recorded {
  readonly time: string;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly body: object;
}

function makeRecords(): (index: number) => Recorded {
  const entries = documentedEntries();
  return (index) => {
    const entry = pick(entries, index);
    const isFailed = (index * 48_271) % 100 < 30;
    return {
      time: new Date(1_795_691_641_000 + index * 20).toISOString(),
      method: index % 3 === 0 ? "GET" : "POST",
      url: `https://api.example.com/api/v1/spot/order?symbol=BTCUSDT&timestamp=${index}&signature=0123456789abcdef`,
      status: isFailed ? 400 : 200,
      body: isFailed ? { code: entry.code, msg: messageOnWire(entry) } : success(index),
    };
  };
}

function success(index: number): object {
  return {
    orderId: `1467298646${String(index).padStart(9, "0")}`,
    clientOrderId: `bot-${index}`,
    symbol: "BTCUSDT",
    side: "BUY",
    type: "LIMIT",
    price: "64000.1",
    origQty: "0.01",
    executedQty: "0",
    status: "NEW",
    timeInForce: "GTC",
    transactTime: String(1_795_691_641_000 + index),
  };
}

const HEADERS = { "content-type": "application/json", "x-request-id": "0123456789abcdef" };
const HAR_START = '{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[\n';

const PRINT: Readonly<Record<CaptureForm, (record: Recorded, index: number) => string>> = {
  ndjson: ({ time, method, url, status, body }) => {
    const res = { statusCode: status, headers: HEADERS, body };
    return `${JSON.stringify({ time, level: "info", req: { method, url, headers: HEADERS }, res })}\n`;
  },
  log: ({ time, method, url, status, body }) =>
    `${time} INFO [client] ${method} ${url} status=${status} ${JSON.stringify(body)}\n`,
  har: ({ time, method, url, status, body }, index) => {
    const text = JSON.stringify(body);
    // Every other body as browsers store what is not text.
    const isPlain = index % 2 === 0;
    const stored = isPlain
      ? { text }
      : { text: Buffer.from(text).toString("base64"), encoding: "base64" };
    const entry = {
      startedDateTime: time,
      time: 12.5,
      request: { method, url, httpVersion: "h2", headers: pairs(), queryString: [], cookies: [] },
      response: {
        status,
        httpVersion: "h2",
        headers: pairs(),
        content: { size: text.length, mimeType: "application/json", ...stored },
      },
      timings: { send: 0.1, wait: 12, receive: 0.4 },
    };
    return `${index === 0 ? "" : ",\n"}${JSON.stringify(entry)}`;
  },
};

function pairs(): readonly object[] {
  return Object.entries(HEADERS).map(([name, value]) => ({ name, value }));
}
