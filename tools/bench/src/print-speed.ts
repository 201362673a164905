import { row, table } from "./table.js";

/** The documented errors of HashKey's own catalog. */
export const REAL_SIZE = 117;

/** HashKey's own catalog, then synthetic ones. */
export const SPEED_SIZES: readonly number[] = [REAL_SIZE, 1_300, 13_000, 100_000];

/** A synthetic catalog of HashKey's size: the growth is measured from here. */
export const BASE_SIZE = 118;

/** The contender that all others are compared with. */
export const PARSE = "JSON.parse of the same body";

/** Ours: the code alone, and the whole body. */
export const IDENTIFY = "ours: identify(code)";
export const PARSE_RESPONSE = "ours: parseResponse, whole";

/** Nanoseconds for one body by contender, by the number of entries. */
export type SpeedResults = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** Prints the table, how ours compares with the fastest of all peers in it, and the marks. */
export function printSpeed(results: SpeedResults): string {
  const names = [...timesAt(results, REAL_SIZE).keys()];
  return [
    "Nanoseconds for one body, and in parentheses the share of `JSON.parse` of the same body. A dash: it fails, or takes minutes to build.\n",
    table(
      ["", ...SPEED_SIZES.map((size) => `${size.toLocaleString("en")} entries`)],
      names.map((name) => row(name, ...SPEED_SIZES.map((size) => printCell(results, size, name)))),
    ),
    `${comparePeers(results)}\n`,
    table(
      ["mark", "must", "aim", "measured"],
      [
        row("`identify(code)`, of `JSON.parse`", "8 %", "5 %", printShare(results, IDENTIFY)),
        row("`parseResponse`, likewise", "30 %", "22 %", printShare(results, PARSE_RESPONSE)),
        ...[IDENTIFY, PARSE_RESPONSE].map((name) => printGrowth(results, name)),
      ],
    ),
  ].join("\n");
}

/**
 * Compares ours with the fastest of all peers. They do less: this is what the rest costs, and no
 * choice among the peers can make it look smaller.
 */
function comparePeers(results: SpeedResults): string {
  const times = timesAt(results, REAL_SIZE);
  const [peer, least] = fastestPeer(times);
  const [identify, parse] = [timeOf(times, IDENTIFY), timeOf(times, PARSE_RESPONSE)];
  return `The peers only answer yes or no. None of them tells the two errors with code \`0001\` apart, recovers params, or says whether a text has drifted. The fastest of all of them is "${peer}": \`identify(code)\` takes ${(identify / least).toFixed(1)} times as long, and \`parseResponse\`, which does all of that, ${(parse / least).toFixed(1)} times. From 118 entries to 13,000 / 100,000, "${peer}" itself grows by ${describeGrowth(results, peer)}.`;
}

/** The fastest of all peers in the table, whichever they are. */
export function fastestPeer(times: ReadonlyMap<string, number>): readonly [string, number] {
  const peers = [...times].filter(([name]) => name !== PARSE && !name.startsWith("ours:"));
  const [first, ...others] = peers;
  if (first === undefined) {
    throw new Error("There is no peer to compare with.");
  }
  return others.reduce((best, peer) => (peer[1] < best[1] ? peer : best), first);
}

function printCell(results: SpeedResults, size: number, name: string): string {
  const times = results.get(size);
  const [ns, parse] = [times?.get(name), times?.get(PARSE)];
  return ns === undefined || parse === undefined
    ? "-"
    : `${ns.toFixed(0)} (${((ns / parse) * 100).toFixed(0)} %)`;
}

function printShare(results: SpeedResults, name: string): string {
  return `${(shareAt(results, REAL_SIZE, name) * 100).toFixed(1)} %`;
}

function printGrowth(results: SpeedResults, name: string): string {
  return row(
    `growth of ${name.replace("ours: ", "")} from 118 entries to 13,000 / 100,000`,
    "2 x / 4 x",
    "1.3 x / 2.5 x",
    describeGrowth(results, name),
  );
}

/** Returns the times that larger catalogs take, as multiples of the smallest. */
function describeGrowth(results: SpeedResults, name: string): string {
  const growth = (size: number) => shareAt(results, size, name) / shareAt(results, BASE_SIZE, name);
  return [13_000, 100_000].map((size) => `${growth(size).toFixed(2)} x`).join(" / ");
}

/** The share of `JSON.parse` in the same turns: a slower phase of the machine is not growth. */
function shareAt(results: SpeedResults, size: number, name: string): number {
  const times = timesAt(results, size);
  return timeOf(times, name) / timeOf(times, PARSE);
}

function timesAt(results: SpeedResults, size: number): ReadonlyMap<string, number> {
  const times = results.get(size);
  if (times === undefined) {
    throw new Error(`Nothing was measured at ${size} entries.`);
  }
  return times;
}

function timeOf(times: ReadonlyMap<string, number>, name: string): number {
  const time = times.get(name);
  if (time === undefined) {
    throw new Error(`${name} was not measured.`);
  }
  return time;
}
