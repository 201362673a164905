import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { row, table } from "./table.js";

/** HashKey's own catalog, then made-up ones. */
const SIZES = [117, 1_300, 13_000, 100_000];

/** A made-up catalog of HashKey's size: what the growth is measured from. */
const BASE = 118;

/** Identifying and validating one parsed body, at each size of the catalog. */
export function speed(): string {
  const script = fileURLToPath(new URL("speed-at.js", import.meta.url));
  const results = new Map(
    [...SIZES, BASE].map((size) => {
      const output = execFileSync(process.execPath, [script, String(size)], { encoding: "utf8" });
      return [size, new Map(JSON.parse(output) as [string, number][])];
    }),
  );
  return report(results);
}

function report(results: ReadonlyMap<number, ReadonlyMap<string, number>>): string {
  const first = results.get(SIZES[0] as number) as Map<string, number>;
  const names = [...first.keys()];
  const cell = (size: number, name: string) => {
    const [ns, parse] = [
      results.get(size)?.get(name),
      results.get(size)?.get("JSON.parse of the same body"),
    ];
    return ns === undefined || parse === undefined
      ? "-"
      : `${ns.toFixed(0)} (${((ns / parse) * 100).toFixed(0)} %)`;
  };
  const of = (name: string, size = SIZES[0] as number) => results.get(size)?.get(name) as number;
  const best = Math.min(
    ...["Ajv, enum", "arktype, enumerated", "zod 4, literal"].map((name) => of(name)),
  );
  const parsing = "JSON.parse of the same body";
  // Against JSON.parse in the same turns, so that a slower phase of the machine does not count as growth.
  const costAt = (name: string, size: number) => of(name, size) / of(parsing, size);
  const growth = (name: string, size: number) =>
    `${(costAt(name, size) / costAt(name, BASE)).toFixed(2)} x`;
  const [identify, parse] = ["ours: identify(code)", "ours: parseResponse, whole"] as const;
  const share = (name: string) =>
    `${((of(name) / of("JSON.parse of the same body")) * 100).toFixed(1)} %`;
  return [
    "Nanoseconds for one body, and in brackets the share of `JSON.parse` of the same body. A dash: it fails, or takes minutes to build.\n",
    table(
      ["", ...SIZES.map((size) => `${size.toLocaleString("en")} entries`)],
      names.map((name) => row(name, ...SIZES.map((size) => cell(size, name)))),
    ),
    "\nNone of the peers tells the two errors with code `0001` apart, recovers params or says whether a text has drifted.\n",
    table(
      ["mark", "must", "aim", "measured"],
      [
        row("`identify(code)`, of `JSON.parse`", "12 %", "7 %", share(identify)),
        row("`parseResponse`, likewise", "40 %", "22 %", share(parse)),
        row(
          "`identify(code)` against the best peer that answers yes or no",
          "5 x",
          "8 x",
          `${(best / of(identify)).toFixed(1)} x`,
        ),
        row(
          "`parseResponse` against the same",
          "1.5 x",
          "3 x",
          `${(best / of(parse)).toFixed(1)} x`,
        ),
        ...[identify, parse].map((name) =>
          row(
            `growth of ${name.slice(6)} at 1,300 / 13,000 / 100,000`,
            "2 x / 6 x",
            "1.3 x / 4 x",
            SIZES.slice(1)
              .map((size) => growth(name, size))
              .join(" / "),
          ),
        ),
      ],
    ),
  ].join("\n");
}
