import { expect, test } from "vitest";
import { emptyCatalog } from "../empty-catalog.js";
import { importText, readDrafts } from "./import-text.js";

test("words that describe several categories choose none of them", async () => {
  const workspace = emptyCatalog({
    id: "words",
    manifest: {
      categories: {
        "rate-limit": { status: 429, description: "Too many requests in a period." },
        request: { status: 400, description: "The request's own form." },
        system: { status: 500, description: "The servers." },
      },
    },
  });
  const text = "code,message\n1,Bad request\n2,Many requests\n3,The system got a request\n";
  await importText(workspace, "errors.csv", text);
  expect(readDrafts(workspace).map(({ category }) => category)).toEqual([
    "request",
    "rate-limit",
    "system",
  ]);
});

test("import says the category by status, then by words, never authentication by words, and always as a draft", async () => {
  const workspace = emptyCatalog({
    id: "categories",
    manifest: {
      categories: {
        authentication: { status: 401, description: "Who is asking." },
        permission: { status: 403, description: "What the caller is allowed to do." },
        request: { status: 400, description: "The request's own form." },
        order: { status: 400, description: "An order's price and size." },
        system: { status: 500, description: "The servers." },
      },
    },
  });
  await importText(
    workspace,
    "errors.csv",
    "code,http,message\n1,403,No\n2,,Balance is too low\n3,400,Price of the order\n4,503,Down\n5,,Internal trouble\n6,401,Go away\n7,,Authentication of who is asking failed\n8,400,Who is asking\n9,,Authentication of an order\n",
  );
  expect(
    readDrafts(workspace).map(({ code, category, draft }) => [
      code,
      category,
      draft.includes("category"),
    ]),
  ).toEqual([
    ["1", "permission", true],
    ["2", "request", true],
    ["3", "order", true],
    ["4", "system", true],
    ["5", "system", true],
    ["6", "authentication", true],
    ["7", "request", true],
    ["8", "request", true],
    ["9", "order", true],
  ]);
});
