import { setTimeout as sleep } from "node:timers/promises";
import { type ExchangeServer, startExchange } from "./exchange-server.js";

// Shorter than a bot's, but long enough for a busy machine.
export const TIMES = { recvWindowMs: 600, settleMs: 100, timeoutMs: 500 };
const SPEED = 100;
const LONGEST_SLEEP_MS = 600;
/** The timeout if every answer arrives: a busy machine must not look like a failed connection. */
export const PATIENT_MS = 10_000;

/** A bot's connection to an exchange: what the documented loop calls. */
export interface BotConnection {
  readonly recvWindowMs: number;
  readonly settleMs: number;
  readonly timeoutMs: number;
  sleep(ms: number): Promise<void>;
  send(method: string, path: string, params: object, signal: AbortSignal): Promise<Response>;
}

/** Returns a bot's connection to a server; the first request that writes gets the headers. */
export function reach(
  { url }: Pick<ExchangeServer, "url">,
  timeoutMs: number = TIMES.timeoutMs,
  headers: Readonly<Record<string, string>> = {},
): BotConnection {
  const first = [headers];
  return {
    ...TIMES,
    timeoutMs,
    sleep: (ms) => sleep(Math.min(ms / SPEED, LONGEST_SLEEP_MS)),
    send: (method, path, params, signal) =>
      method === "GET"
        ? fetch(`${url}${path}?${new URLSearchParams({ ...params })}`, { signal })
        : fetch(url + path, {
            method,
            body: JSON.stringify({ ...params, timestamp: Date.now() }),
            headers: first.pop() ?? {},
            signal,
          }),
  };
}

/**
 * Starts an exchange with the times that the bot expects, or with a longer window for requests that
 * a busy machine delays.
 */
export const startForBot = (
  refusesRepeats: boolean,
  recvWindowMs: number = TIMES.recvWindowMs,
): Promise<ExchangeServer> =>
  startExchange({ refusesRepeats, recvWindowMs, showsAfterMs: TIMES.settleMs });
