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
