import type { EntryInfo } from "../catalog/entry-info.js";
import { api } from "../generated/api.js";
import { parseResponse } from "../generated/validator.js";
import type { Members } from "../json/members.js";
import { readErrorReply } from "./error-reply.js";
import { quote, readCount, readFlag, readMembers } from "./read-fields.js";
import {
  BREAKDOWNS,
  type Breakdown,
  type Execution,
  type ItemReply,
  PAGE,
  type Reply,
  type ReplyKind,
  type Report,
} from "./reply.js";

/** The members of a reply by their names in a header or a query, after `x-mock-`. */
export const INSTRUCTIONS: Readonly<Record<string, string>> = {
  reply: "reply",
  params: "params",
  form: "form",
  body: "body",
  batch: "batch",
  executed: "executed",
  "executed-after": "executedAfter",
  delay: "delay",
  "retry-after": "retryAfter",
};

/** The members of a reply. */
export const REPLY_MEMBERS: readonly string[] = Object.values(INSTRUCTIONS);

/** A status that asks to come back later says when, in seconds, unless the reply says it. */
const RETRY_AFTER: Readonly<Record<number, number>> = { 418: 1, 429: 1 };

/** Reads a reply: a word, a name or a code; or a mapping that has it as `reply`. */
export function readReply(value: unknown, where: string, report: Report): Reply | undefined {
  const isShort = typeof value === "string" || typeof value === "number";
  const members = isShort ? { reply: value } : readMembers(value, REPLY_MEMBERS, where, report);
  if (members === undefined) return undefined;
  const { reply = members.batch === undefined ? "success" : "batch" } = members;
  if (typeof reply !== "string" && typeof reply !== "number") {
    report(where, `expected a word, a name or a code, found ${quote(reply)}`);
    return undefined;
  }
  const known = readKind(String(reply).trim(), members, where, report);
  if (known === undefined) return undefined;
  reportUnused(known, members, where, report);
  const { may, ...kind } = known;
  return { ...kind, ...readExecution(known, members, where, report) };
}

/** The members that only one kind of reply has, and what is wrong where another has one. */
const OWN_MEMBERS = [
  { member: "params", owner: "error", problem: "only an error can have it" },
  { member: "form", owner: "error", problem: "only an error can have it" },
  { member: "body", owner: "success", problem: "only a success can have it" },
  { member: "retryAfter", owner: "page", problem: "only a page can have it, such as http-503" },
] as const;

/** Reports what a reply cannot follow: a test that relies on it would test something else. */
function reportUnused({ kind, may }: Kind, members: Members, where: string, report: Report): void {
  for (const { member, owner, problem } of OWN_MEMBERS)
    if (members[member] !== undefined && kind !== owner) report(`${where} ${member}`, problem);
  if (members.batch === undefined || kind === "batch") return;
  if (may.length === 1)
    report(`${where} batch`, "a reply that says what was executed cannot have it");
  if (members.executed !== undefined) report(`${where} executed`, "a batch says it for each item");
}

/** Reads whether the request is executed, and when. */
function readExecution(
  { kind, may }: Kind,
  members: Members,
  where: string,
  report: Report,
): Execution {
  const isBatch = kind === "batch" || members.batch !== undefined;
  const items = isBatch ? readItems(members.batch, where, report) : [];
  const executedAfter = readCount(members.executedAfter, `${where} executedAfter`, report) ?? 0;
  const asked = readFlag(members.executed, `${where} executed`, report);
  const delay = readCount(members.delay, `${where} delay`, report) ?? 0;
  const executed = asked ?? (executedAfter > 0 || (isBatch ? may.includes(true) : may[0] === true));
  if (!may.includes(executed))
    report(where, `this reply says that the request was ${executed ? "not " : ""}executed`);
  else if (executedAfter > 0 && may.length === 1)
    report(where, "this reply says that the request was executed before it");
  const isOpen = asked === undefined && may.length > 1 && !isBatch;
  return { executed, isOpen, executedAfter, delay, items };
}

/** A reply, and whether its request may have been executed, the default first. */
type Kind = ReplyKind & { readonly may: readonly boolean[] };

function readKind(what: string, members: Members, where: string, report: Report): Kind | undefined {
  if (what === "success")
    return { kind: "success", may: [true], body: readBody(members.body, where, report) };
  if ((BREAKDOWNS as readonly string[]).includes(what))
    return { kind: what as Breakdown, may: [true, false] };
  if (what === "batch") return { kind: "batch", may: [true] };
  const page = PAGE.exec(what);
  if (page !== null) return readPage(Number(page[1]), members.retryAfter, where, report);
  const { params, form } = members;
  const error = readErrorReply(what, { params, form }, where, report);
  if (error === undefined) return undefined;
  const { entry, ...reply } = error;
  return { ...reply, may: executionsOf(entry) };
}

function readBody(body: unknown, where: string, report: Report): object | undefined {
  if (body === undefined) return undefined;
  const { kind } = parseResponse(body);
  if (kind === "success" || kind === "batch") return body as object;
  report(`${where} body`, `expected a success, found ${quote(body)}`);
  return undefined;
}

function readPage(status: number, wait: unknown, where: string, report: Report): Kind {
  const retryAfter = readCount(wait, `${where} retryAfter`, report) ?? RETRY_AFTER[status];
  // A gateway that answers 5XX may have passed the request on.
  const may = status >= 500 ? [true, false] : [false, true];
  return { kind: "page", status, retryAfter, may };
}

/**
 * Whether a request with the outcome was executed: the costlier case first where it may be both.
 */
function executionsOf({ outcome }: EntryInfo): readonly boolean[] {
  if (outcome === "unknown") return [true, false];
  return [outcome === "applied"];
}

function readItems(value: unknown, where: string, report: Report): readonly ItemReply[] {
  if (api.batchBody === null) {
    report(where, "the API has no batches");
    return [];
  }
  const list = typeof value === "string" ? value.split(",") : value;
  if (!Array.isArray(list) || list.length === 0) {
    report(where, `batch: expected a list of replies, found ${quote(value)}`);
    return [];
  }
  return list.flatMap((item, index): readonly ItemReply[] => {
    const place = `${where} batch[${index}]`;
    const reply = readReply(item, place, report);
    if (reply === undefined) return [];
    if (reply.kind !== "success" && reply.kind !== "error")
      report(place, "expected success or an error");
    else if (reply.delay > 0 || reply.executedAfter > 0 || reply.items.length > 0)
      report(place, "only the whole reply can have a batch, a delay or an executedAfter");
    else return [reply];
    return [];
  });
}
