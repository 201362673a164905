import { identify } from "@hashkey-errors/validator";
import { row, table } from "./table.js";

const SIZES = [10_000, 100_000, 1_000_000];

/** Texts that make a regular expression with two placeholders go quadratic. */
const TEXTS: readonly [name: string, make: (length: number) => string][] = [
  [
    "the first literal again and again",
    (length) => `Too many new orders, current limit is ${" orders per ".repeat(length / 12)}`,
  ],
  [
    "almost the literal again and again",
    (length) => `Too many new orders, current limit is ${" orders pe".repeat(length / 10)}`,
  ],
  ["quotation marks", (length) => `Too many new orders, current limit is ${"'".repeat(length)}`],
];

/** The time to match one hostile text, in milliseconds: the median of 31. */
export function hostile(): string {
  const time = (text: string) => {
    const times = Array.from({ length: 31 }, (_, run) => {
      const started = performance.now();
      const error = identify("-1015", `${text}${run}`);
      const took = performance.now() - started;
      if (error.name !== "ORDER_RATE_LIMIT_EXCEEDED") throw new Error("another error");
      return took;
    });
    return times.sort((a, b) => a - b)[15] ?? Number.NaN;
  };
  return [
    "Milliseconds to match one hostile text of that many characters (mark: 1 ms for 100 KB).\n",
    table(
      ["", ...SIZES.map((size) => size.toLocaleString("en"))],
      TEXTS.map(([name, make]) => row(name, ...SIZES.map((size) => time(make(size)).toFixed(3)))),
    ),
  ].join("\n");
}
