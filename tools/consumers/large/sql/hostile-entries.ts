/** An entry as it is written into a catalog, without what every entry has. */
export interface HostileEntry {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly variants?: readonly string[];
  readonly aliases?: readonly string[];
  readonly replacedBy?: string;
}

/** The description of every entry. */
export const DESCRIPTION = "line\nbreak ' '' \\ \\' $$ %_ \u2028 \u0000 \u001b 😀 {param} -- ;";

/** Entries whose codes and texts have a meaning in SQL, in LIKE, or in regular expressions. */
export const HOSTILE: readonly HostileEntry[] = [
  { name: "QUOTES", code: "it's", message: `it's a "quote" and '' two of them`, aliases: ["''"] },
  { name: "BACKSLASHES", code: "a\\b", message: "C:\\temp\\new \\' \\\\ end\\" },
  { name: "DOLLARS", code: "$$", message: "$$ $1 $body$ \\$$ $" },
  { name: "WILDCARDS", code: "%_", message: "100% of a_b \\% \\_ {value}_% done" },
  { name: "COMMENTS", code: "';--", message: "x'; DROP SCHEMA hostile_errors CASCADE; -- /* ; */" },
  { name: "ESCAPES", code: "E'\\x41'", message: "E'\\x41' U&'\\0041' \\N \\. {value}" },
  { name: "UNICODE", code: "价格", message: "注文 {id} が “見つかりません” 😀 é" },
  { name: "FAILED_AT_ALL", code: "shared", message: "Order {id} failed" },
  { name: "FAILED_WITH_REASON", code: "shared", message: "Order {id} failed: {reason}" },
  { name: "FAILED_OTHERWISE", code: "shared", message: "Not an order." },
  {
    name: "QUOTED_VALUES",
    code: "quoted",
    message: "Field '{field}' of \"{form}\" must be {type}, not '{value}'",
    variants: ["'{field}' is not {type} here", "No field."],
  },
  {
    name: "PATTERNS",
    code: "(.*)",
    message: "a.b*(c)[d]^|+? '{first}' (y) \\d+ «{second}» \\w $ {third}.",
    variants: ["{first}: `{second}` - {third}"],
  },
  { name: "WHOLE_TEXT", code: "whole", message: "{text}" },
  { name: "FINAL_STOP", code: "0007", message: "Stop here.", variants: ["Wait ...", "No ."] },
  { name: "BLANK_AT_END", code: "blank", message: "No such thing ." },
  { name: "NUMBER", code: "-12", message: "Number {value} is '{state}'", aliases: ["12", "3e2"] },
  { name: "LONG_NUMBER", code: "9007199254740993", message: "Too long" },
  { name: "STATUS", code: "404", message: "Not found" },
  { name: "OLD_NAME", code: "renamed", message: "Renamed", replacedBy: "NEW_NAME" },
  { name: "NEW_NAME", code: "renamed", message: "Renamed" },
];
