import { firstOf, type Members, membersOf } from "./members.js";

/** The members in which records and exceptions keep a request. */
const REQUESTS = ["request", "req", "config"];
const URLS = ["url", "uri", "path", "endpoint"];
const THROWN = ["err", "error", "exception"];

/** What records say about a request. Hosts, queries and headers are left out: they hold secrets. */
export interface RequestFacts {
  readonly method: string | undefined;
  /** The path without what may be an id or a key. */
  readonly path: string | undefined;
}

const METHOD = /\b(GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE)\b(?:\s{1,3}(\S{1,500}))?/;

/** Returns the method and the path of the request that some records name. */
export function requestOf(records: readonly unknown[]): RequestFacts {
  const { method, url } = findRequest(records);
  return {
    method: method !== undefined && /^[a-z]{3,7}$/i.test(method) ? method.toUpperCase() : undefined,
    path: url === undefined ? undefined : toPath(url),
  };
}

/** Returns the address of the request that some records name, whole: for comparing only. */
export function urlOf(records: readonly unknown[]): string | undefined {
  return findRequest(records).url;
}

/** Whether a request only reads: it changes nothing, whatever became of it. */
export function isRead({ method }: RequestFacts): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS";
}

interface Found {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
}

function findRequest(records: readonly unknown[]): Found {
  let method: string | undefined;
  let url: string | undefined;
  for (const record of records) {
    const found = typeof record === "string" ? inText(record) : inMembers(membersOf(record));
    method ??= found.method;
    url ??= found.url;
  }
  return { method, url };
}

function inText(text: string): Found {
  const [, method, url] = METHOD.exec(text.slice(0, 2000)) ?? [];
  return { method, url };
}

function inMembers(record: Members | undefined): Found {
  if (record === undefined) return {};
  const thrown = membersOf(firstOf(record, THROWN)) ?? {};
  const request = membersOf(firstOf(record, REQUESTS)) ?? membersOf(firstOf(thrown, REQUESTS));
  const places = request === undefined ? [record] : [request, record];
  const urls = places.map((place) => firstOf(place, URLS));
  return {
    method: places.map((place) => place.method).find(isText),
    url: urls.find(isText),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** A word of a path: small letters, words in camel case, a version. Ids and keys are not. */
const WORD = /^(?:v\d{1,2}|[a-z]{1,24}(?:[A-Z-][a-z]{1,24}){0,4})$/;

function toPath(url: string): string | undefined {
  const [, path] = /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/[^/?#]*)?(\/[^?#\s"']*)/i.exec(url) ?? [];
  const steps = path?.slice(0, 300).split("/").slice(0, 12);
  return steps?.map((step) => (step === "" || WORD.test(step) ? step : "…")).join("/");
}
