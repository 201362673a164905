import { expect, test } from "vitest";
import {
  BASE_SIZE,
  fastestPeer,
  IDENTIFY,
  PARSE,
  PARSE_RESPONSE,
  printSpeed,
  SPEED_SIZES,
} from "../src/print-speed.js";

const times = new Map([
  [PARSE, 400],
  [IDENTIFY, 30],
  [PARSE_RESPONSE, 120],
  ["a slow peer", 900],
  ["a fast peer", 20],
  ["another peer", 300],
]);

test("fastestPeer looks at every peer in the table, and at nothing of ours", () => {
  expect(fastestPeer(times)).toEqual(["a fast peer", 20]);
  expect(() => fastestPeer(new Map([[IDENTIFY, 30]]))).toThrow("no peer");
});

test("printSpeed compares ours with the fastest peer, by name", () => {
  const slower = new Map([...times, ["a fast peer", 50]]);
  const sizes = [...SPEED_SIZES, BASE_SIZE];
  const printed = printSpeed(new Map(sizes.map((size) => [size, size > 10_000 ? slower : times])));
  expect(printed).toContain('The fastest of all of them is "a fast peer"');
  expect(printed).toContain("`identify(code)` takes 1.5 times as long");
  expect(printed).toContain("6.0 times");
  expect(printed).toContain('"a fast peer" itself grows by 2.50 x / 2.50 x');
  expect(printed).toContain("| `parseResponse`, likewise | 30 % | 22 % | 30.0 % |");
});
