import { parseResponse } from "@hashkey-errors/validator";
import { type BenchEntry, documentedEntries, messageOnWire } from "./entries.js";
import { type Contender, makePass, measure } from "./measure.js";

// In one process: a validator meets all kinds of bodies, and engines optimize for what they meet.
const entries = documentedEntries();
const hasParams = ({ message }: BenchEntry) => message.includes("{");
const plain = entries.filter((entry) => !hasParams(entry));
const item = { code: "-1141", msg: "Duplicate order" };

/** Makes bodies that differ, of each kind. */
const KINDS: Readonly<Record<string, (index: number) => object>> = {
  "known, with its text": (index) => toBody(pick(plain, index)),
  "known, with params": (index) => toBody(pick(entries.filter(hasParams), index)),
  "known, without a text": (index) => ({ code: pick(entries, index).code }),
  "known, with another text": (index) => ({ ...toBody(pick(plain, index)), msg: "Another text" }),
  unrecognized: (index) => ({ code: `-9${index}99`, msg: `Unknown ${index}` }),
  success: (index) => ({ orderId: String(index), symbol: "BTCUSDT", price: "1", status: "NEW" }),
  "success with a code": (index) => ({ code: "0000", timestamp: String(index) }),
  "batch of ten": (index) => ({
    code: 0,
    result: Array.from({ length: 10 }, (_, place) =>
      place % 2 === 0 ? item : { code: "0000", order: { orderId: String(index + place) } },
    ),
  }),
  invalid: (index) =>
    [{ msg: "no code" }, { code: null, msg: "null" }, { status: 500 }, { code: 5.5 }][
      index % 4
    ] as object,
};

function pick(list: readonly BenchEntry[], index: number): BenchEntry {
  return list[(index * 7_368_787) % list.length] as BenchEntry;
}

function toBody(entry: BenchEntry): object {
  return { code: entry.code, msg: messageOnWire(entry) };
}

const COUNT = 1_000;
const contenders = Object.entries(KINDS).flatMap(([kind, make]): Contender[] => {
  const texts = Array.from({ length: COUNT }, (_, index) => JSON.stringify(make(index)));
  const bodies = texts.map((text) => JSON.parse(text) as object);
  return [
    { name: `parse ${kind}`, pass: makePass((text: string) => JSON.parse(text) !== null, texts) },
    { name: `ours ${kind}`, pass: makePass((body: object) => parseResponse(body), bodies) },
  ];
});
const times = measure(contenders, COUNT);
const rows = Object.keys(KINDS).map((kind) => [
  kind,
  times.get(`parse ${kind}`),
  times.get(`ours ${kind}`),
]);
console.log(JSON.stringify(rows));
