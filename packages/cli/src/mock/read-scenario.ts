import { quote, readCount, readMembers, readTexts } from "./read-fields.js";
import { REPLY_MEMBERS, readReply } from "./read-reply.js";
import type { Fields } from "./received.js";
import type { Reply, Report } from "./reply.js";
import type { Expiry, Resource, Route, Scenario } from "./scenario.js";

/** More replies than a test plays; `times` must not fill the memory. */
const MOST_TIMES = 10_000;

/** Reads a scenario that was parsed from YAML or JSON, and reports every problem in it. */
export function readScenario(value: unknown, report: Report): Scenario {
  const members = readMembers(value ?? {}, ["replies", "resources"], "scenario", report) ?? {};
  const replies = readMembers(members.replies ?? {}, undefined, "replies", report) ?? {};
  const resources = readMembers(members.resources ?? {}, undefined, "resources", report) ?? {};
  return {
    replies: Object.entries(replies).map(([route, list]) => readRoute(route, list, report)),
    resources: Object.entries(resources).flatMap(([path, rule]) => {
      const resource = readResource(path, rule, report);
      return resource === undefined ? [] : [resource];
    }),
  };
}

function readRoute(route: string, value: unknown, report: Report): Route {
  const where = `replies ${quote(route)}`;
  if (!/^([A-Z]+\s+)?[/*][^?{]*$/.test(route))
    report(where, "expected a method and a path without ? and {, such as POST /orders/*, or *");
  const list = Array.isArray(value) ? value : [value];
  const replies = list.flatMap((item, index) => readItem(item, `${where}[${index}]`, report));
  return { route, replies };
}

/** A reply, which `times` repeats. */
function readItem(item: unknown, where: string, report: Report): readonly Reply[] {
  const isMapping = typeof item === "object" && item !== null && !Array.isArray(item);
  if (!isMapping) {
    const read = readReply(item, where, report);
    return read === undefined ? [] : [read];
  }
  readMembers(item, [...REPLY_MEMBERS, "times"], where, report);
  const { times, ...reply } = item as { readonly times?: unknown };
  const count = readCount(times, `${where} times`, report) ?? 1;
  if (count > MOST_TIMES) report(where, `times: expected at most ${MOST_TIMES}, found ${count}`);
  const known = Object.entries(reply).filter(([name]) => REPLY_MEMBERS.includes(name));
  const read = readReply(Object.fromEntries(known), where, report);
  return read === undefined ? [] : Array.from({ length: Math.min(count, MOST_TIMES) }, () => read);
}

const RESOURCE_MEMBERS = [
  "id",
  "batch",
  "members",
  "deleted",
  "missing",
  "duplicate",
  "closed",
  "expires",
];

function readResource(path: string, value: unknown, report: Report): Resource | undefined {
  const where = `resources ${quote(path)}`;
  const rule = readMembers(value, RESOURCE_MEMBERS, where, report);
  if (rule === undefined) return undefined;
  reportPath(path, where, report);
  const id = readTexts(rule.id, `${where} id`, report);
  const batch = rule.batch === undefined ? [] : readTexts(rule.batch, `${where} batch`, report);
  for (const each of batch) reportPath(each, `${where} batch`, report);
  if (rule.closed !== undefined && rule.deleted === undefined)
    report(`${where} closed`, "needs deleted: without it, DELETE removes a resource");
  const replyOf = (name: "missing" | "duplicate" | "closed") => {
    if (rule[name] === undefined) return undefined;
    const reply = readReply(rule[name], `${where} ${name}`, report);
    const isForItems = batch.length > 0 || reply?.kind === "batch";
    if (isForItems && reply !== undefined && reply.kind !== "success" && reply.kind !== "error")
      report(`${where} ${name}`, "expected success or an error: an item has no other reply");
    return reply;
  };
  return {
    path,
    batch,
    id,
    members: readFields(rule.members, `${where} members`, report) ?? {},
    deleted: readFields(rule.deleted, `${where} deleted`, report),
    missing: replyOf("missing"),
    duplicate: replyOf("duplicate"),
    closed: replyOf("closed"),
    expires: readExpiry(rule.expires, `${where} expires`, report),
  };
}

function readExpiry(value: unknown, where: string, report: Report): Expiry | undefined {
  if (value === undefined) return undefined;
  const known = ["timestamp", "window", "ms", "ahead", "reply"];
  const members = readMembers(value, known, where, report);
  if (members === undefined) return undefined;
  const { timestamp, window, ms = null, reply = null } = members;
  const read = readReply(reply, `${where} reply`, report);
  const expiry = {
    timestamp: readTexts(timestamp, `${where} timestamp`, report),
    window: window === undefined ? [] : readTexts(window, `${where} window`, report),
    ms: readCount(ms, `${where} ms`, report) ?? 0,
    ahead: readCount(members.ahead, `${where} ahead`, report),
  };
  return read && { ...expiry, reply: read };
}

/** Reports a path that no request has. */
function reportPath(path: string, where: string, report: Report): void {
  if (!/^\/[^?{*]*$/.test(path))
    report(where, `expected a path without ?, { and *, such as /orders, found ${quote(path)}`);
}

function readFields(value: unknown, where: string, report: Report): Fields | undefined {
  if (value === undefined) return undefined;
  const members = readMembers(value, undefined, where, report) ?? {};
  const wrong = Object.entries(members).filter(([, field]) => typeof field === "object");
  for (const [name, field] of wrong)
    report(where, `${name}: expected a text, a number or a flag, found ${quote(field)}`);
  return members as Fields;
}
