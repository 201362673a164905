import { identify } from "@hashkey-errors/validator";
import { timingOf } from "./spread.js";
import { row, table } from "./table.js";

const SIZES = [10_000, 100_000, 1_000_000];

/** Texts on which a regular expression with two placeholders takes quadratic time. */
const TEXTS: readonly [name: string, make: (length: number) => string][] = [
  [
    "the first literal, repeated",
    (length) => `Too many new orders, current limit is ${" orders per ".repeat(length / 12)}`,
  ],
  [
    "almost the literal, repeated",
    (length) => `Too many new orders, current limit is ${" orders pe".repeat(length / 10)}`,
  ],
  ["quotation marks", (length) => `Too many new orders, current limit is ${"'".repeat(length)}`],
];

/** Matches hostile texts. Reports milliseconds for each: the median of 31 runs. */
export function measureHostileTexts(): string {
  const time = (text: string) => {
    const times = Array.from({ length: 31 }, (_, run) => {
      const started = performance.now();
      const error = identify("-1015", `${text}${run}`);
      const took = performance.now() - started;
      if (error.name !== "ORDER_RATE_LIMIT_EXCEEDED")
        throw new Error(`-1015 is identified as ${error.name}`);
      return took;
    });
    return timingOf(times).median;
  };
  return [
    "Milliseconds to match one hostile text of that many characters (must: 1 ms for 100,000).\n",
    table(
      ["", ...SIZES.map((size) => size.toLocaleString("en"))],
      TEXTS.map(([name, make]) => row(name, ...SIZES.map((size) => time(make(size)).toFixed(3)))),
    ),
  ].join("\n");
}
