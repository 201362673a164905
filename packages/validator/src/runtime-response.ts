/** The runtime's own `Response`, where its types are known: of a browser, of Node, of a worker. */
export type RuntimeResponse = typeof globalThis extends {
  Response: { prototype: infer Own extends object };
}
  ? Own
  : { readonly status: number; text(): Promise<string> };

type ResponseConstructor = new (
  body: string,
  init: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
) => RuntimeResponse;

/** Creates a response with a JSON body. */
export function createResponse(
  body: object,
  status: number,
  headers: Readonly<Record<string, string>>,
): RuntimeResponse {
  const runtime = globalThis as unknown as { readonly Response: ResponseConstructor };
  return new runtime.Response(JSON.stringify(body), { status, headers });
}
