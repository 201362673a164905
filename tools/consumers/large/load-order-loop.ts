import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { transformSync } from "esbuild";

/** An order, as the documented loop takes it. */
interface Order {
  readonly clientOrderId: string;
  readonly symbol: string;
  readonly side: string;
  readonly type: string;
  readonly quantity: string;
  readonly price: string;
}

interface Loop {
  placeOrder(exchange: object, order: Order): Promise<unknown>;
  resumeOrder(exchange: object, order: Order): Promise<unknown>;
  findOrder(exchange: object, clientOrderId: string): Promise<unknown>;
  cancelOrder(exchange: object, clientOrderId: string): Promise<void>;
  placeOrders(exchange: object, orders: readonly Order[]): Promise<readonly { placed?: unknown }[]>;
}

/** The loop of docs/order-loop.md. */
interface LoadedLoop {
  readonly code: string;
  /** The address of its module, for a program that imports it. */
  readonly address: string;
  readonly loop: Loop;
  /** Removes its file. */
  remove(): void;
}

/** Imports the loop of docs/order-loop.md. */
export async function loadOrderLoop(): Promise<LoadedLoop> {
  const document = readFileSync(new URL("../../../docs/order-loop.md", import.meta.url), "utf8");
  const [, code = ""] = /```ts\n([\s\S]*?)```/.exec(document) ?? [];
  // In node_modules, so that imports of the packages are resolved.
  const folder = mkdtempSync(join(import.meta.dirname, "../node_modules/order-loop-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const file = join(folder, "order-loop.mjs");
  writeFileSync(file, transformSync(code, { loader: "ts" }).code);
  const address = pathToFileURL(file).href;
  return { code, address, loop: (await import(address)) as Loop, remove };
}

let orders = 0;

/** Returns an order with an id that no other has. */
export function newOrder(): Order {
  const clientOrderId = `bot-${++orders}`;
  return {
    clientOrderId,
    symbol: "BTCUSDT",
    side: "BUY",
    type: "LIMIT",
    quantity: "1",
    price: "1",
  };
}
