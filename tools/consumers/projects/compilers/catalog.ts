import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };

const names: readonly string[] = catalog.entries.map((entry) => entry.name);
console.log(names.length);
