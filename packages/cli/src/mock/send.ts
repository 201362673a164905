import { Buffer } from "node:buffer";
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";

/** The bytes to send, once a reply is known. */
export type Sent =
  | Whole
  | { readonly kind: "timeout" }
  | { readonly kind: "reset" }
  /** A part of a success. */
  | { readonly kind: "cut-off"; readonly body: object };

/** A reply that arrives whole. */
type Whole =
  | { readonly kind: "json"; readonly status: number; readonly body: object }
  | { readonly kind: "text"; readonly status: number; readonly text: string }
  | { readonly kind: "page"; readonly status: number; readonly retryAfter: number | undefined }
  | { readonly kind: "empty" };

/** Returns the HTTP status that is sent; `null` where nothing is. */
export function statusOfSent(sent: Sent): number | null {
  if (sent.kind === "timeout" || sent.kind === "reset") return null;
  return "status" in sent ? sent.status : 200;
}

/** Sends it. After `timeout` the connection stays open, until the client or the mock closes it. */
export function send(sent: Sent, request: IncomingMessage, response: ServerResponse): void {
  if (response.destroyed || sent.kind === "timeout") return;
  if (sent.kind === "reset") request.socket.resetAndDestroy();
  else if (sent.kind === "cut-off") sendPart(JSON.stringify(sent.body), request, response);
  else sendWhole(sent, response);
}

function sendWhole(sent: Whole, response: ServerResponse): void {
  const { status, type, text, headers } = toMessage(sent);
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

interface Message {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function toMessage(sent: Whole): Message {
  const json = "application/json; charset=utf-8";
  if (sent.kind === "json")
    return { status: sent.status, type: json, text: JSON.stringify(sent.body) };
  if (sent.kind === "empty") return { status: 200, type: json, text: "" };
  if (sent.kind === "text")
    return { status: sent.status, type: "text/plain; charset=utf-8", text: sent.text };
  const { status, retryAfter } = sent;
  const title = `${status} ${STATUS_CODES[status] ?? "Error"}`;
  return {
    status,
    type: "text/html",
    text: `<html>\r\n<head><title>${title}</title></head>\r\n<body><h1>${title}</h1></body>\r\n</html>\r\n`,
    headers: retryAfter === undefined ? {} : { "retry-after": String(retryAfter) },
  };
}

/** Announces the whole text, sends a half of it, and closes the connection. */
function sendPart(text: string, { socket }: IncomingMessage, response: ServerResponse): void {
  const half = text.slice(0, Math.ceil(text.length / 2));
  response.writeHead(200, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
  });
  response.write(half, () => socket.destroy());
}
