import { firstOf, membersOf } from "../../json/members.js";
import { REQUESTS, THROWN } from "../member-names.js";
import { isRead } from "./is-read.js";

const METHODS = ["method", "request_method", "requestMethod"];
const URLS = ["url", "uri", "path", "endpoint", "request_uri"];
/** The members of an address that is an object, as Elastic keeps it. */
const PARTS = ["url", "full", "original", "path"];

/** The request as records have it. Hosts, queries and headers are left out: they hold secrets. */
export interface RequestFacts {
  readonly method: string | undefined;
  /** The path without what may be an id or a key. */
  readonly path: string | undefined;
}

/**
 * A method and an address, as lines of logs and of CSV have them. Go says `Post "https://..."`,
 * Spring `POST request for "https://..."`, Feign `[POST] to [https://...]`.
 */
const CALL =
  /\b(GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE|(?:Get|Head|Post|Put|Patch|Delete)(?= \\?"http))\b(?: request for|\] to)?[\s,;"'\\[\]|:]{1,4}([\w.:-]{0,100}\/[^\s,"'\\]{0,500})/g;

/** An address that a line names, as logfmt does beside the method. */
const NAMED_URL =
  /\b(?:url|uri|path|endpoint)["']?\s?[:=]\s?["']?((?:https?:\/)?\/[^\s,"'\\]{1,500})/;

/** Without an address, `GET` may be a word of a sentence: only a name makes it a method. */
const METHOD =
  /\bmethod["']?\s?[:=]\s?["']?(GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE)\b|\b(POST|PUT|PATCH|DELETE)\b/;

/** Returns the method and the path of the request that some records name. */
export function requestOf(records: readonly unknown[]): RequestFacts {
  const { method, url } = findRequest(records);
  return {
    method: method?.toUpperCase(),
    path: url === undefined ? undefined : toPath(url),
  };
}

/** Returns the address of the request that some records name, whole: for comparing only. */
export function urlOf(records: readonly unknown[]): string | undefined {
  return findRequest(records).url;
}

interface Found {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
}

function findRequest(records: readonly unknown[]): Found {
  const told = firstFound(records.filter((record) => !isText(record)).map(inMembers));
  const said = firstFound(records.filter(isText).map(inText));
  // A line may say what is read next: that its request only reads must not hide an order.
  const isSaid =
    told.method === undefined || (isRead(told.method) && said.method && !isRead(said.method));
  return isSaid
    ? { method: said.method, url: said.url ?? told.url }
    : { method: told.method, url: told.url ?? said.url };
}

function firstFound(found: readonly Found[]): Found {
  return {
    method: found.find(({ method }) => method !== undefined)?.method,
    url: found.find(({ url }) => url !== undefined)?.url,
  };
}

/** Of several requests in a line it is one that writes: it may have been executed. */
function inText(text: string): Found {
  const start = text.slice(0, 2000);
  const calls = [...start.matchAll(CALL)].map(([, method, url]) => ({ method, url }));
  const call = calls.find(({ method }) => !isRead(method)) ?? calls[0];
  if (call !== undefined) return call;
  const [, named, written] = METHOD.exec(start) ?? [];
  const url = named === undefined ? undefined : NAMED_URL.exec(start)?.[1];
  return { method: named ?? written, url };
}

function inMembers(value: unknown): Found {
  const record = membersOf(value);
  if (record === undefined) return {};
  const thrown = membersOf(firstOf(record, THROWN)) ?? {};
  const asked = firstOf(record, REQUESTS);
  // nginx has the first line of a request: `POST /order HTTP/1.1`.
  const said = isText(asked) ? inText(asked) : {};
  const request = membersOf(asked) ?? membersOf(firstOf(thrown, REQUESTS));
  const places = request === undefined ? [record] : [request, record];
  const urls = places.map((place) => firstOf(place, URLS));
  return {
    method: said.method ?? places.map((place) => firstOf(place, METHODS)).find(isMethod),
    url: said.url ?? urls.map((url) => firstOf(membersOf(url) ?? { url }, PARTS)).find(isText),
  };
}

/** Orders have a method too, such as `LIMIT`. */
function isMethod(value: unknown): value is string {
  return isText(value) && /^(?:get|head|options|post|put|patch|delete)$/i.test(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** A word of a path: small letters, words in camel case, a version. Ids and keys are not. */
const WORD = /^(?:v\d{1,2}|[a-z]{1,24}(?:[A-Z-][a-z]{1,24}){0,4})$/;

function toPath(url: string): string | undefined {
  const [, path] = /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/[^/?#]*)?(\/[^?#\s"']*)/i.exec(url) ?? [];
  // In a sentence, signs follow an address.
  const steps = path
    ?.slice(0, 300)
    .replace(/[.:;)\]}>`]+$/, "")
    .split("/")
    .slice(0, 12);
  return steps?.map((step) => (step === "" || WORD.test(step) ? step : "…")).join("/");
}
