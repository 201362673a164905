import { expect } from "vitest";
import { ORDER } from "./send.js";
import { type RunningMock, shareMock } from "./start-mock.js";

/** A scenario with orders. */
export const RESOURCES = `
resources:
  ${ORDER}:
    id: [clientOrderId, origClientOrderId]
    batch: /api/v1/spot/batchOrders
    members: { orderId: "{n}", status: NEW, filled: 0 }
    deleted: { status: CANCELED }
    missing: ORDER_NOT_FOUND
    duplicate: ORDER_DUPLICATE
`;

/** Returns what sends a request, and returns the body of its answer; `lost` where none came. */
export function sender(url: string) {
  return async (method: string, path: string, body?: object): Promise<unknown> => {
    const signal = AbortSignal.timeout(1_000);
    const init = { method, signal, ...(body && { body: JSON.stringify(body) }) };
    return fetch(url + path, init).then(
      async (response) => {
        const text = await response.text();
        return text.startsWith("{") ? JSON.parse(text) : text;
      },
      () => "lost",
    );
  };
}

/** A mock that plays a scenario. */
interface Playing extends Pick<RunningMock, "url" | "journal"> {
  /** Replaces the scenario. */
  put(scenario: string): Promise<Response>;
  readonly send: ReturnType<typeof sender>;
}

/** Starts one mock for the tests of a file, and returns what lets it play a scenario. */
export function sharePlayer(): (scenario: string) => Promise<Playing> {
  const beginMock = shareMock();
  return async (scenario) => {
    const { url, journal } = await beginMock();
    const put = (body: string) => fetch(`${url}/__mock/scenario`, { method: "PUT", body });
    expect((await put(scenario)).status).toBe(200);
    return { url, journal, put, send: sender(url) };
  };
}
