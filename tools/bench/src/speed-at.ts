import * as published from "@hashkey-errors/validator";
import { documentedEntries, mixedBodies, syntheticEntries } from "./entries.js";
import { type Contender, makePass, measure } from "./measure.js";
import { validatorOf } from "./ours.js";
import { peers } from "./peers.js";
import { IDENTIFY, PARSE, PARSE_RESPONSE, REAL_SIZE } from "./print-speed.js";

// Each size runs in its own process, so that none finds code that another has optimized.
const size = Number(process.argv[2]);
const isReal = size === REAL_SIZE;
const entries = isReal ? documentedEntries() : syntheticEntries(size);
const bodies = mixedBodies(entries);
const parsed = bodies.map(({ text }) => JSON.parse(text) as { code: string });
const known = bodies.filter((body) => body.known).length;
const { identify, parseResponse } = isReal ? published : await validatorOf(entries);

const over = (name: string, one: (body: { code: string }) => boolean): Contender => ({
  name,
  pass: makePass(one, parsed),
});
const ours = [
  over(IDENTIFY, ({ code }) => identify(code).name !== "UNRECOGNIZED"),
  over(PARSE_RESPONSE, (body) => {
    const response = parseResponse(body);
    return response.kind === "error" && response.error.name !== "UNRECOGNIZED";
  }),
];
const able = peers
  .filter(({ limit }) => size <= limit)
  .map(({ name, make }) => over(name, make(entries.map(({ code }) => code))));
for (const { name, pass } of [...ours.slice(1), ...able]) {
  if (pass() !== known) throw new Error(`${name} gives other answers at ${size} entries`);
}
const parse: Contender = {
  name: PARSE,
  pass: makePass(
    (text: string) => JSON.parse(text) !== null,
    bodies.map(({ text }) => text),
  ),
};
console.log(JSON.stringify([...measure([parse, ...ours, ...able], bodies.length)]));
