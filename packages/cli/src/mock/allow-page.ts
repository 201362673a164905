import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Lets a page of another origin read the answer (CORS). Returns whether the request only asks
 * whether another one may be sent; then it is answered.
 */
export function allowPage({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
  if (headers.origin === undefined) return false;
  response.setHeader("access-control-allow-origin", headers.origin);
  response.setHeader("access-control-allow-credentials", "true");
  response.setHeader("access-control-expose-headers", "retry-after");
  const asked = headers["access-control-request-method"];
  if (method !== "OPTIONS" || asked === undefined) return false;
  response.setHeader("access-control-allow-methods", asked);
  const names = headers["access-control-request-headers"];
  if (names !== undefined) response.setHeader("access-control-allow-headers", names);
  response.writeHead(204).end();
  return true;
}
