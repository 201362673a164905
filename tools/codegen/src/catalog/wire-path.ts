/** A step of a path into a response body. */
export type WireStep =
  /** The member of this name. */
  | { readonly kind: "member"; readonly name: string }
  /** Each member whose name begins and ends so: `*_response`. */
  | { readonly kind: "matching"; readonly prefix: string; readonly suffix: string }
  /** The items of a list. */
  | { readonly kind: "items" };

/** A path into a response body; without steps, it is the body itself. */
export type WirePath = readonly WireStep[];

/** Returns the path to a member of members. */
export function toSteps(names: readonly string[]): WirePath {
  return names.map((name) => ({ kind: "member", name }));
}

/** Whether a path has only names of members: it leads to one value at most. */
export function hasOnlyNames(path: WirePath): boolean {
  return path.every(({ kind }) => kind === "member");
}

/** The word that stands for the HTTP status among the places of a code. */
export const STATUS_WORD = "@status";

/** More than any API nests: of thousands of names, neither a schema nor a body could be printed. */
const MAX_NAMES = 32;

/**
 * Returns the steps of a path as a manifest has it: `Response.Error`, `errors[]`, `*_response`.
 * Returns what is wrong with it, as a text, where it cannot be meant.
 */
export function parsePath(text: string): WirePath | string {
  if (text === "") return [];
  const fault = findFault(text);
  if (fault !== undefined) return fault;
  const segments = text.split(".");
  if (segments.length > MAX_NAMES) return `it has more than ${MAX_NAMES} names`;
  const steps: WireStep[] = [];
  for (const [index, segment] of segments.entries()) {
    const parsed = parseSegment(segment, index === 0);
    if (typeof parsed === "string") return parsed;
    steps.push(...parsed);
  }
  return steps;
}

/** Returns the steps between two dots: a name, a list, or the list of that name. */
function parseSegment(segment: string, isFirst: boolean): WirePath | string {
  const isList = segment.endsWith("[]");
  const name = isList ? segment.slice(0, -2) : segment;
  const items: WirePath = isList ? [{ kind: "items" }] : [];
  if (name === "")
    return isList && isFirst ? items : "it has an empty name before, after or between dots";
  const step = toNamedStep(name);
  return typeof step === "string" ? step : [step, ...items];
}

/** The signs of other notations for paths, which would be read as parts of a name. */
function findFault(text: string): string | undefined {
  if (text.trim() !== text) return "it begins or ends with a blank";
  if (/["'`\\]/.test(text)) return "a name cannot be quoted or escaped";
  if (text.includes("/")) return "dots separate names, not slashes";
  if (/^\$(?:[.[]|$)/.test(text)) return "it begins at the body: leave out the $";
  if (text.startsWith("@status")) return `${STATUS_WORD} can only stand alone, among the codes`;
  return undefined;
}

function toNamedStep(name: string): WireStep | string {
  if (/[[\]]/.test(name)) return "only [] can be in brackets, at the end of a name";
  if (name === "__proto__") return "no member can be named __proto__";
  const [prefix = "", suffix, ...others] = name.split("*");
  if (suffix === undefined) return { kind: "member", name };
  if (others.length > 0) return "a name can have one *";
  return { kind: "matching", prefix, suffix };
}
