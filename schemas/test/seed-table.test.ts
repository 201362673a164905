import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import catalog from "../generated/catalog.json" with { type: "json" };

const TABLE = "hashkey-error-codes.txt";
const lines = readFileSync(new URL(`../evidence/${TABLE}`, import.meta.url), "utf8").split("\n");
const rows = lines.flatMap((text, index) =>
  /^(200|-?\d{4}) ?(200|400)/.test(text) ? [{ line: index + 1, text }] : [],
);
// A renamed error has a successor, which has the row.
const documented = catalog.entries.filter((entry) => entry.documented && !isRenamed(entry));

test("each of the 118 rows of the source is an entry, in the same order", () => {
  expect(rows).toHaveLength(118);
  expect(documented.map((entry) => lineOf(entry))).toEqual(rows.map(({ line }) => line));
});

test("each row of the source consists of its entry's columns", () => {
  const others = rows.filter(({ line, text }) => {
    const entry = documented.find((candidate) => lineOf(candidate) === line);
    const message = entry?.message.replaceAll(/\{\w+\}/g, "%s");
    const columns = `${entry?.httpStatus}${message}${entry?.description}`;
    return text !== `${entry?.code}${columns}` && text !== `${entry?.code} ${columns}`;
  });
  expect(others).toEqual([]);
});

test("each documented description starts with a capital letter or is empty", () => {
  const other = documented.filter(({ description }) => !/^(?:[A-Z]|$)/.test(description));
  expect(other).toEqual([]);
});

test("columns that run together are split between message and description", () => {
  const split = Object.fromEntries(
    documented.map((entry) => [entry.name, [entry.message, entry.description]]),
  );
  expect(split).toMatchObject({
    SUCCESS: ["Success request", ""],
    ACCOUNT_ID_NOT_ALLOWED: [
      "accountId is not allowed",
      "The accountId defined is not permissible",
    ],
    IP_ADDRESS_NOT_WHITELISTED: [
      "Invalid IP",
      expect.stringMatching(/^Our server detected the IP addresses/),
    ],
    ORDER_RATE_LIMIT_EXCEEDED: [
      "Too many new orders, current limit is {limit} orders per {interval}",
      "Reach the rate limit .Please slow down your request speed.",
    ],
    TIMESTAMP_OUT_OF_RANGE: [
      "Timestamp for this request is outside of the recvWindow",
      "Timestamp for this request was 1000ms ahead of the server's time.",
    ],
    TIME_IN_FORCE_INVALID: ["Invalid timeInForce", "Invalid time in force being sent"],
    ORDER_QUANTITY_WITH_AMOUNT_NOT_ALLOWED: [
      expect.stringMatching(/at the same time\.$/),
      "The combination of quantity and amount is not allowed to be submitted at the same time",
    ],
    HASHKEY_GLOBAL_LIMIT_MAKER_REJECTED: [
      "Limit maker order rejected: Improper price may cause immediate fill.",
      expect.stringMatching(/^Creation of limit maker/),
    ],
    FIAT_ORDER_TYPE_PARAMETER_INVALID: [
      "The orderType of fiat is invalid",
      "The status of orderType is not valid",
    ],
    TRADING_PAIR_NOT_ALLOWED: ["Not allowed to trade this trading pair", "The"],
  });
});

test("the 48 codes that only ccxt lists are undocumented entries, with their source", () => {
  const observed = readFileSync(new URL("../evidence/observed-codes.tsv", import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((row) => row.split("\t")[0]);
  const known = new Set(
    documented.flatMap(({ code, aliases }) => [code, ...aliases.map((alias) => alias.code)]),
  );
  const missing = observed.filter((code) => !known.has(code ?? ""));
  expect(missing).toHaveLength(48);
  const undocumented = catalog.entries.filter(
    (entry) =>
      !entry.documented &&
      !isRenamed(entry) &&
      entry.sources.some(({ document }) => document === "observed-codes.tsv"),
  );
  expect(undocumented.map(({ code }) => code)).toEqual(missing);
});

test.each<[judgment: string, codes: readonly string[]]>([
  [
    "unknown after-reconcile",
    [
      ...["-1000", "-1001", "-1006", "-1007", "-1146", "-1147"],
      ...["-1149", "-1150", "-1161", "-1164", "-4011"],
    ],
  ],
  ["rejected after-reconcile", ["-1141", "-1024", "-4013", "-2040"]],
  ["rejected after-fix", ["-1155", "-4005", "-4007", "-4008"]],
  ["rejected never", ["-1139", "-1142"]],
  ["rejected after-delay", ["0003", "-1015", "-1151", "-3145"]],
])("the judgment %s of codes that no editor may change", (judgment, codes) => {
  const others = codes.filter((code) => {
    const entry = catalog.entries.find((candidate) => candidate.code === code);
    return `${entry?.outcome} ${entry?.retry}` !== judgment;
  });
  expect(others).toEqual([]);
});

test("the one wait that a source gives in minutes is the entry's delay", () => {
  const delays = catalog.entries.flatMap((entry) =>
    "delay" in entry ? [`${entry.code} ${entry.delay}`] : [],
  );
  expect(delays).toEqual(["-1182 PT30M"]);
});

function lineOf({ sources }: (typeof catalog.entries)[number]): number | undefined {
  return sources.find(({ document }) => document === TABLE)?.line;
}

function isRenamed(entry: { code: string; message: string; retired?: { replacedBy?: string } }) {
  return catalog.entries.some(
    ({ name, code, message }) =>
      name === entry.retired?.replacedBy && code === entry.code && message === entry.message,
  );
}
