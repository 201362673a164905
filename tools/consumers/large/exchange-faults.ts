import type { ServerResponse } from "node:http";
import { type Fault, sendJson } from "./exchange-server.js";

/** Faults in which the answer does not arrive, or is not the exchange's. */
export const answers = {
  "no answer": () => undefined,
  "a reset": (response) => response.destroy(),
  "a gateway's page": (response) => {
    response.writeHead(502, { "content-type": "text/html" }).end("<html>Bad Gateway</html>");
  },
  "a body that is cut off": (response) => {
    response.writeHead(200, { "content-length": "100" }).write('{"orderId":');
    response.destroy();
  },
  "half a body": (response) => void response.end('{"orderId":'),
  // In Node 20 and 22, fetch waits forever for it, whatever its signal says.
  "a body that cannot be decompressed": (response) => {
    response.writeHead(200, { "content-encoding": "gzip" }).flushHeaders();
    setTimeout(() => response.end("<html>"), 20);
  },
  "an empty body": (response) => void response.end(),
  "a success that is not one": (response) => sendJson(response, { success: false }),
  "an unknown code": (response) => sendJson(response, { code: "-99999", msg: "New" }),
} satisfies Readonly<Record<string, (response: ServerResponse) => void>>;

/** Answers that the rate limit is exceeded. */
export const limit = (response: ServerResponse): void => {
  response.writeHead(429, { "retry-after": "1" }).end("<html>Too Many Requests</html>");
};

/** Makes a fault in which the request is not executed. */
export const rejected = (answer: Fault["answer"]): Fault => ({ isCarriedOut: false, answer });
