import { expect, test } from "vitest";
import { BUSY, emitFile, tinyCatalog } from "./tiny-catalog.js";

test("catalog.json holds every entry, its fields in one order, whatever their order in the source", async () => {
  const { name, kind, ...rest } = BUSY;
  const shuffled = { ...rest, kind, name, notes: "Seen once." };
  const text = await emitFile("generated/catalog.json", tinyCatalog({ entries: [shuffled] }));
  expect(text).toBe(`{
  "$schema": "catalog.schema.json",
  "format": 1,
  "id": "acme-errors",
  "title": "Acme API errors",
  "categories": {
    "request": {
      "status": 400,
      "description": "The request."
    },
    "system": {
      "status": 500,
      "description": "The server."
    }
  },
  "entries": [
    {
      "name": "SERVER_BUSY",
      "kind": "error",
      "code": "-1002",
      "aliases": [
        {
          "code": "1002",
          "sources": [
            {
              "document": "samples.ndjson",
              "line": 8
            }
          ]
        }
      ],
      "httpStatus": null,
      "message": "Server busy",
      "variants": [],
      "params": {},
      "description": "",
      "category": "system",
      "fault": "server",
      "outcome": "unknown",
      "retry": "after-reconcile",
      "documented": false,
      "sources": [
        {
          "document": "samples.ndjson",
          "line": 7
        }
      ],
      "notes": "Seen once."
    }
  ]
}
`);
});

test("catalog.json holds the success row too", async () => {
  const { category: _c, fault: _f, outcome: _o, retry: _r, ...rest } = BUSY;
  const success = { ...rest, name: "SUCCESS", kind: "success" } as const;
  const text = await emitFile("generated/catalog.json", tinyCatalog({ entries: [success] }));
  expect(JSON.parse(text).entries).toEqual([success]);
});

test("catalog.json names the entries of each package that it imports", async () => {
  const packages = ["@acme/common", "@acme/ledger"];
  const imports = packages.map((name) => ({
    package: name,
    version: "1.0.0",
    categories: {},
    files: [],
    fileState: "",
  }));
  const entries = packages.map((from, index) => ({ ...BUSY, name: `BUSY_${index}`, from }));
  const text = await emitFile("generated/catalog.json", tinyCatalog({ imports, entries }));
  expect(JSON.parse(text).imports).toEqual([
    { package: "@acme/common", version: "1.0.0", names: ["BUSY_0"] },
    { package: "@acme/ledger", version: "1.0.0", names: ["BUSY_1"] },
  ]);
});
