import { isRead } from "../capture/requests/is-read.js";
import type { Fields } from "./received.js";
import type { Reply } from "./reply.js";
import { type Expiry, type Resource, takesBatch } from "./scenario.js";

/** The effect of a request. */
export interface Effect {
  /** Whether it was executed; `null` for a read, which changes nothing. */
  readonly executed: boolean | null;
  /** The reply where the request cannot be executed, such as where nothing has its id. */
  readonly refused?: Reply | undefined;
  /** The resource that it created, found or changed. */
  readonly members: Fields;
}

/** The things that requests created. */
export interface Resources {
  /** Executes a request. */
  execute(method: string, path: string, members: Fields): Effect;
  /** Returns the id in a request. */
  idOf(path: string, members: Fields): string | null;
  /** Whether a path takes several requests at once. */
  takesBatch(path: string): boolean;
  /** Returns the reply to a request that is too old, or too early, to be executed now. */
  expiryOf(path: string, members: Fields): Reply | undefined;
}

/** Things of one kind, by their id. */
interface Kept {
  readonly rule: Resource;
  readonly things: Map<string, Fields>;
}

/** Creates resources that follow rules. What no rule is about is executed without a trace. */
export function createResources(rules: readonly Resource[]): Resources {
  const all: readonly Kept[] = rules.map((rule) => ({ rule, things: new Map() }));
  let count = 0;
  const find = (path: string) =>
    all.find(({ rule }) => rule.path === path || rule.batch.includes(path));
  return {
    idOf: (path, members) => {
      const kept = find(path);
      return kept === undefined ? null : findId(kept.rule, members);
    },
    takesBatch: (path) => takesBatch(rules, path),
    expiryOf: (path, members) => {
      const expiry = find(path)?.rule.expires;
      return expiry && isExpired(expiry, members) ? expiry.reply : undefined;
    },
    execute(method, path, members) {
      const kept = find(path);
      if (kept === undefined) return { executed: isRead(method) ? null : true, members };
      if (method !== "POST") return executeOnOne(method, kept, members);
      const effect = create(kept, members, count + 1);
      if (effect.executed) count += 1;
      return effect;
    },
  };
}

function isExpired({ timestamp, window, ms, ahead }: Expiry, members: Fields): boolean {
  const time = findName(timestamp, members);
  if (time === undefined) return false;
  const own = findName(window, members);
  const accepted = own === undefined ? ms : Number(members[own]);
  const age = Date.now() - Number(members[time]);
  // Not `>`: what is not a number has expired.
  return !(age <= accepted && -age <= (ahead ?? accepted));
}

function create({ rule, things }: Kept, members: Fields, count: number): Effect {
  const id = findId(rule, members);
  if (id !== null && things.has(id) && rule.duplicate !== undefined)
    return { executed: false, refused: rule.duplicate, members: {} };
  const created = { ...members, ...fill(rule.members, count) };
  things.set(id ?? `#${count}`, created);
  return { executed: true, members: created };
}

/** Finds, changes or deletes one thing. */
function executeOnOne(method: string, { rule, things }: Kept, members: Fields): Effect {
  const executed = isRead(method) ? null : true;
  const name = findName(rule.id, members);
  // Without an id, a read is a list, and a deletion is of all: nothing is known of either.
  if (name === undefined) return { executed, members: {} };
  const id = findKey(things, name, String(members[name]));
  const found = things.get(id);
  if (found === undefined)
    return { executed: executed && false, refused: rule.missing, members: {} };
  if (executed === null) return { executed, members: found };
  if (rule.closed !== undefined && isDeleted(rule, found))
    return { executed: false, refused: rule.closed, members: {} };
  const changed = method === "DELETE" ? rule.deleted : members;
  if (changed === undefined) things.delete(id);
  else things.set(id, { ...found, ...changed });
  return { executed, members: { ...found, ...changed } };
}

function isDeleted({ deleted = {} }: Resource, found: Fields): boolean {
  return Object.entries(deleted).every(([name, value]) => found[name] === value);
}

/** Returns the key of what has an id, which may be one that it was given, such as `{n}`. */
function findKey(things: Kept["things"], name: string, id: string): string {
  if (things.has(id)) return id;
  for (const [key, thing] of things)
    if (Object.hasOwn(thing, name) && String(thing[name]) === id) return key;
  return id;
}

function findId(rule: Resource, members: Fields): string | null {
  const name = findName(rule.id, members);
  return name === undefined ? null : String(members[name]);
}

/** Returns the first of several names that a member has. */
function findName(names: readonly string[], members: Fields): string | undefined {
  return names.find((own) => Object.hasOwn(members, own) && members[own] !== "");
}

function fill(members: Fields, count: number): Fields {
  const filled = Object.entries(members).map(([name, value]) => [
    name,
    typeof value === "string" ? value.replaceAll("{n}", String(count)) : value,
  ]);
  return Object.fromEntries(filled);
}
