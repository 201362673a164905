import { parseJson } from "../json/parse-json.js";
import { countOf } from "../terminal/format-number.js";
import type { Recorded } from "./journal.js";
import { type RandomOptions, randomReply } from "./random-reply.js";
import { INSTRUCTIONS, readReply } from "./read-reply.js";
import type { Received } from "./received.js";
import { type Reply, SUCCESS } from "./reply.js";
import { fitsRoute, type Scenario, takesBatch } from "./scenario.js";

/** The reply to a request, or what is wrong with what the request asks for; and what chose it. */
export type Chosen = { readonly by: Recorded["by"] } & (
  | { readonly reply: Reply }
  | { readonly problem: string }
);

/**
 * Creates what chooses the reply to the n-th request: what the request asks for, or else what the
 * scenario has for it, or else chance.
 */
export function createChooser(
  { replies: routes, resources }: Scenario,
  random: RandomOptions | undefined,
): (request: Received, n: number) => Chosen {
  const given = new Map(routes.map((route) => [route, 0]));
  const next = ({ method, path }: Received): Reply | undefined => {
    for (const route of routes) {
      const count = given.get(route) ?? 0;
      const reply = route.replies[count];
      if (reply === undefined || !fitsRoute(route.route, method, path)) continue;
      given.set(route, count + 1);
      return reply;
    }
    return undefined;
  };
  const choose = (request: Received, n: number): Chosen => {
    const asked = readInstruction(request.instruction);
    if (asked !== undefined) return asked;
    const planned = next(request);
    if (planned !== undefined) return { by: "scenario", reply: planned };
    const items = takesBatch(resources, request.path) ? (request.items?.length ?? 0) : 0;
    const failure = random && randomReply(random, n, items);
    if (failure !== undefined) return { by: "rate", reply: failure };
    return { by: "default", reply: SUCCESS };
  };
  return (request, n) => {
    const chosen = choose(request, n);
    const problem = "reply" in chosen && findUnused(chosen.reply, request);
    return problem ? { by: chosen.by, problem } : chosen;
  };
}

/** Returns what is wrong with a batch of more replies than a request has items. */
function findUnused({ items: replies }: Reply, { items }: Received): string | undefined {
  if (items === undefined || items.length === 0 || items.length >= replies.length) return undefined;
  const given = countOf(replies.length, "reply", "replies");
  return `batch: ${given}, but the request has ${countOf(items.length, "item")}`;
}

function readInstruction(instruction: Received["instruction"]): Chosen | undefined {
  const names = Object.keys(instruction);
  if (names.length === 0) return undefined;
  const problems: string[] = [];
  // The place of a member, such as "x-mock executedAfter", is that of its header.
  const report = (where: string, problem: string) => {
    const header = where.replace(" ", "-").replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
    problems.push(`${header}: ${problem}`);
  };
  for (const name of names.filter((own) => !Object.hasOwn(INSTRUCTIONS, own)))
    report(`x-mock-${name}`, `unknown: expected one of ${Object.keys(INSTRUCTIONS).join(", ")}`);
  const members = Object.entries(INSTRUCTIONS).flatMap(([name, member]) => {
    const text = instruction[name];
    return text === undefined ? [] : [[member, readMember(member, text)]];
  });
  const reply = readReply(Object.fromEntries(members), "x-mock", report);
  if (reply === undefined || problems.length > 0)
    return { by: "request", problem: problems.join("; ") };
  return { by: "request", reply };
}

/** Params may be a form, `field=side`, or JSON; a body is JSON. */
function readMember(member: string, text: string): unknown {
  if (member !== "params" && member !== "body") return text;
  const json = parseJson(text);
  if (member === "body") return json ?? text;
  return typeof json === "object" ? json : Object.fromEntries(new URLSearchParams(text));
}
