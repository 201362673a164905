import type { WireText } from "../catalog/catalog.js";
import { findWireFaults } from "../catalog/find-wire-faults.js";
import type { FlagValue } from "../catalog/manifest.js";
import { groupBy } from "../std/group-by.js";

/** The options that say how responses are read. */
interface WireOptions {
  readonly error?: string | undefined;
  /** One path, or several with commas between them. */
  readonly code: string;
  readonly message: string;
  /** `0,OK`: a number means that number and the same digits as a string. */
  readonly success?: string | undefined;
  /** `success=false,status=400`; a member with several values: `state=FAILED,state=ERROR`. */
  readonly failed?: string | undefined;
}

/** Returns how responses are read, as a manifest says it. */
export function planWire({ error, code, message, success, failed }: WireOptions): WireText {
  return {
    ...(error !== undefined && error !== "" && { error }),
    code: toPaths(code),
    message: toPaths(message),
    success: success === undefined ? [] : [...new Set(split(success).flatMap(toCodes))],
    ...(failed !== undefined && { failed: toFlags(failed) }),
  };
}

/** Returns what cannot be meant in the options, each with the option's name. */
export function findWireOptionFaults(wire: WireText): readonly string[] {
  const { code, message, success = [], failed = {} } = wire;
  const isOnePath = JSON.stringify(code) === JSON.stringify(message);
  const valueless = Object.entries(failed).filter(
    ([name, value]) => name === "" || [value].flat().includes(""),
  );
  // A manifest means a member of that name by a list, and HTTP statuses by a number.
  const statuses = Array.isArray(failed.status) ? failed.status : [];
  const hasStatuses = statuses.some((value) => typeof value === "number");
  return [
    ...findWireFaults(wire).map(({ path: [field], message: fault }) => `--${field}: ${fault}`),
    ...(isOnePath ? [`--code and --message: both are ${JSON.stringify(code)}`] : []),
    ...([code, message].flat().includes("") ? ["--code and --message: expected paths"] : []),
    ...(success.includes("") ? ["--success: expected codes"] : []),
    ...valueless.map(([name]) => `--failed ${JSON.stringify(name)}: expected member=value`),
    ...(hasStatuses ? ['--failed "status": expected the lowest HTTP status of a failure'] : []),
  ];
}

function toPaths(text: string): string | readonly string[] {
  const [only = "", ...others] = split(text);
  return others.length === 0 ? only : [only, ...others];
}

function split(text: string): readonly string[] {
  return text.split(",").map((part) => part.trim());
}

/** A shell takes quotation marks away, so a bare number stands for the string too. */
function toCodes(text: string): (string | number | null)[] {
  const value = toValue(text);
  if (text === "null") return [null];
  return typeof value === "number" ? [value, text] : [String(value)];
}

/** A member that is given several times has each of the values. */
function toFlags(text: string): NonNullable<WireText["failed"]> {
  const flags = split(text).map((flag) => {
    const [, name = flag, value = ""] = /^([^=]*)=(.*)$/.exec(flag) ?? [];
    return { name, value: toValue(value) };
  });
  const members = [...groupBy(flags, ({ name }) => name)].map(([name, group]) => {
    const values = group.map(({ value }) => value);
    return [name, values.length === 1 ? values[0] : values];
  });
  return Object.fromEntries(members);
}

/** Returns a boolean or a number as such, and anything else as a string, without its quotes. */
function toValue(text: string): FlagValue {
  if (text === "true" || text === "false") return text === "true";
  if (/^(?:0|-?[1-9]\d{0,14})$/.test(text)) return Number(text);
  return text.replace(/^"(.*)"$/, "$1");
}
