import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { listen } from "../test/loopback.js";

/** A fault of the server: how it handles one request instead of answering it properly. */
export interface Fault {
  /** Whether the request is executed nevertheless. */
  readonly isCarriedOut: boolean;
  /** The delay until it is executed, if that is later than the answer. */
  readonly delayMs?: number;
  answer(response: ServerResponse): void;
}

/** An exchange that keeps orders, and fails as planned. */
export interface ExchangeServer {
  readonly url: string;
  /** The number of times that each order was placed, by its `clientOrderId`. */
  readonly placed: Map<string, number>;
  /** The result of a lookup of each order, and the time from which it appears. */
  readonly shown: Map<string, Shown>;
  /** The faults of the next requests of each method; after them, requests are answered properly. */
  readonly faults: Map<string, (Fault | undefined)[]>;
  /** Chooses the fault of a request if none is planned; `id` is the order's. */
  chooseFault: (method: string, id: string) => Fault | undefined;
}

interface Shown {
  readonly from: number;
  readonly status: "NEW" | "CANCELED";
}

/** Whether the exchange rejects a repeat of an id. If not, only the bot prevents a second order. */
export interface ExchangeOptions {
  readonly refusesRepeats: boolean;
  readonly recvWindowMs: number;
  /** The time until a placed order appears. */
  readonly showsAfterMs: number;
}

/** Starts a local exchange, which stops after the test. */
export async function startExchange(options: ExchangeOptions): Promise<ExchangeServer> {
  const server = createServer((request, response) => {
    void serve(exchange, options, request, response);
  });
  onTestFinished(() => void server.close().closeAllConnections());
  const exchange: ExchangeServer = {
    url: await listen(server),
    placed: new Map(),
    shown: new Map(),
    faults: new Map(),
    chooseFault: () => undefined,
  };
  return exchange;
}

async function serve(
  exchange: ExchangeServer,
  { refusesRepeats, recvWindowMs, showsAfterMs }: ExchangeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let text = "";
  for await (const chunk of request) text += chunk;
  const { method = "" } = request;
  const isRead = method === "GET";
  const body = isRead ? {} : JSON.parse(text);
  const query = new URL(request.url ?? "", exchange.url).searchParams;
  const id = query.get("origClientOrderId") ?? body.clientOrderId ?? "";
  const planned = exchange.faults.get(method);
  const fault = planned?.length ? planned.shift() : exchange.chooseFault(method, id);
  const carryOut = () => {
    if (Date.now() > body.timestamp + recvWindowMs)
      return { code: "-1021", msg: "Timestamp for this request is outside of the recvWindow" };
    if (method === "POST") return place(exchange, body, refusesRepeats, Date.now() + showsAfterMs);
    if (exchange.placed.get(id) === undefined) return { code: "0211", msg: "Order not found" };
    exchange.shown.set(id, { ...exchange.shown.get(id), status: "CANCELED" } as Shown);
    return { clientOrderId: id, status: "CANCELED" };
  };
  if (fault !== undefined) {
    if (fault.isCarriedOut && !isRead) setTimeout(carryOut, fault.delayMs ?? 0);
    fault.answer(response);
    return;
  }
  if (!isRead) return sendJson(response, carryOut());
  const shown = exchange.shown.get(id);
  const isShown = shown !== undefined && Date.now() >= shown.from;
  const order = { orderId: "1", clientOrderId: id, status: shown?.status };
  sendJson(response, isShown ? order : { code: "0211", msg: "Order not found" });
}

interface Order {
  readonly clientOrderId: string;
  readonly orders?: readonly Order[];
}

function place(
  exchange: ExchangeServer,
  body: Order,
  refusesRepeats: boolean,
  from: number,
): object {
  if (body.orders !== undefined) {
    const result = body.orders.map((order) => place(exchange, order, refusesRepeats, from));
    return { code: 0, result };
  }
  const { clientOrderId } = body;
  const count = exchange.placed.get(clientOrderId) ?? 0;
  if (count > 0 && refusesRepeats) return { code: "-1141", msg: "Duplicate order" };
  exchange.placed.set(clientOrderId, count + 1);
  if (count === 0) exchange.shown.set(clientOrderId, { from, status: "NEW" });
  return { code: "0000", order: { orderId: "1", clientOrderId } };
}

/** Answers as the API does: HTTP 400 with every code that is not success. */
export function sendJson(response: ServerResponse, body: object): void {
  const { code } = body as { code?: unknown };
  const isSuccess = code === undefined || code === 0 || code === "0000";
  response.writeHead(isSuccess ? 200 : 400, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
