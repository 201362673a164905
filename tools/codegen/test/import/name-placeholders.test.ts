import { expect, test } from "vitest";
import { emptyCatalog } from "../empty-catalog.js";
import { importText, readDrafts } from "./import-text.js";

test.each([
  ["Required field '%s' missing", "Required field '{field}' missing", { field: "field" }],
  [
    "limit is %s orders per %1$s",
    "limit is {limit} orders per {orders}",
    { limit: "limit", orders: "orders" },
  ],
  [
    "{{ user_name }} and $" + "{order.id}",
    "{userName} and {orderId}",
    { userName: "userName", orderId: "orderId" },
  ],
  [
    "<API-Key> is not :key, at 12:30",
    "{apiKey} is not {key}, at 12:30",
    { apiKey: "apiKey", key: "key" },
  ],
  [
    "%d of {0} and {0}",
    "{value} of {value2} and {value3}",
    { value: "value", value2: "value2", value3: "value3" },
  ],
  ["a < b, and 50% of c > d", "a < b, and 50% of c > d", {}],
  [
    "open %t of sign %c: %w",
    "open {open} of sign {sign}: {sign2}",
    { open: "open", sign: "sign", sign2: "sign2" },
  ],
  [
    "%{count} of #{total.size} in %<unit>s and %(price)s",
    "{count} of {totalSize} in {unit} and {price}",
    { count: "count", totalSize: "totalSize", unit: "unit", price: "price" },
  ],
  [
    "at %5.2f, %ld or {n:02d}",
    "at {value}, {value2} or {n}",
    { value: "value", value2: "value2", n: "n" },
  ],
  ["Field :attribute :Invalid", "Field {attribute} :Invalid", { attribute: "attribute" }],
])("namePlaceholders names the placeholders of %j", async (text, message, params) => {
  const workspace = emptyCatalog({ id: "placeholders" });
  await importText(workspace, "errors.tsv", `code\tmessage\nE1\t${text}\n`);
  const [entry] = readDrafts(workspace);
  expect(entry?.message).toBe(message);
  const examples = Object.entries(entry?.params ?? {}).map(([name, { example }]) => [
    name,
    example,
  ]);
  expect(Object.fromEntries(examples)).toEqual(params);
  expect(entry?.draft.includes("params")).toBe(Object.keys(params).length > 0);
});

test("namePlaceholders takes an example from a description that has the message with values", async () => {
  const workspace = emptyCatalog({ id: "examples" });
  await importText(
    workspace,
    "errors.tsv",
    "code\tmessage\tdescription\nE1\tIllegal parameter '%s'\tBad data. E.g. Illegal parameter symbol\n",
  );
  const [entry] = readDrafts(workspace);
  expect(entry?.params).toEqual({
    parameter: { meaning: "What %s stands for", example: "symbol" },
  });
});

test.each([
  ["User [XXX] has XX orders", "User {xxx} has {has} orders"],
  ["At least $1 and at most $2", "At least {least} and at most {most}"],
  ["Use %1 or %2", "Use {use} or {use2}"],
  ["Wait {n}{unit}", "Wait {n}"],

  ["Send } or {", "Send {send} or {send2}"],
  ['Expected {"side": {"in": 1}}', "Expected {expected}"],
  ["Must be in {BUY, SELL}", "Must be in {must}"],
  ["{count, plural, one {# item} other {# items}}", "{count}"],
])("import marks the message of %j, whose placeholders are a guess", async (text, message) => {
  const workspace = emptyCatalog({ id: "guesses" });
  await importText(workspace, "errors.tsv", `code\tmessage\nE1\t${text}\n`);
  const [entry] = readDrafts(workspace);
  expect(entry?.message).toBe(message);
  expect(entry?.draft).toEqual(expect.arrayContaining(["message", "params"]));
});

test.each([
  "Ask @user",
  "Too long: …",
  "Wait...",
  "The address 10.0.0.1 is blocked",
  "Send [field] again",
  "At most $5",
])("import marks the message of %j, which may stand for others", async (text) => {
  const workspace = emptyCatalog({ id: "doubts" });
  await importText(workspace, "errors.tsv", `code\tmessage\nE1\t${text}\n`);
  const [entry] = readDrafts(workspace);
  expect(entry?.message).toBe(text);
  expect(entry?.draft).toContain("message");
});

test("import marks no message without a sign of a placeholder", async () => {
  const workspace = emptyCatalog({ id: "certain" });
  await importText(workspace, "errors.tsv", "code\tmessage\nE1\tOrder 5 (50% full) failed\n");
  expect(readDrafts(workspace)[0]?.draft).not.toContain("message");
});
