import { identify, parseResponse } from "@hashkey-errors/validator";
import { type BenchEntry, documentedEntries, messageOnWire, pick } from "./entries.js";
import { type Contender, makePass, measure } from "./measure.js";

// One kind of body in a process of its own, where engines optimize for that kind alone; or all
// kinds in one process, as a program meets them.
const wanted = process.argv[2];
const entries = documentedEntries();
const hasParams = ({ message }: BenchEntry) => message.includes("{");
const plain = entries.filter((entry) => !hasParams(entry));
const templates = entries.filter(hasParams);
const item = { code: "-1141", msg: "Duplicate order" };

/** Makes bodies that differ, of each kind. */
const KINDS: Readonly<Record<string, (index: number) => object>> = {
  "known, with its text": (index) => toBody(pick(plain, index)),
  "known, with params": (index) => toBody(pick(templates, index)),
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

function toBody(entry: BenchEntry): object {
  return { code: entry.code, msg: messageOnWire(entry) };
}

interface ErrorBody {
  readonly code?: unknown;
  readonly msg?: unknown;
}

/** The least that any reader does: one lookup, one comparison, one result. It checks nothing. */
function makeFloor(): (body: ErrorBody) => object {
  const known = new Map<unknown, readonly [text: string, error: object]>(
    entries.map((entry) => {
      const text = messageOnWire(entry);
      return [entry.code, [text, identify(entry.code, text)]];
    }),
  );
  return (body) => {
    const found = known.get(body.code);
    const error = found !== undefined && found[0] === body.msg ? found[1] : null;
    return { kind: "error", error, body };
  };
}

const COUNT = 1_000;
const floor = makeFloor();
const kinds = Object.entries(KINDS).filter(([kind]) => wanted === undefined || kind === wanted);
const contenders = kinds.flatMap(([kind, make]): Contender[] => {
  const texts = Array.from({ length: COUNT }, (_, index) => JSON.stringify(make(index)));
  const bodies = texts.map((text) => JSON.parse(text) as object);
  return [
    { name: `parse ${kind}`, pass: makePass((text: string) => JSON.parse(text) !== null, texts) },
    { name: `ours ${kind}`, pass: makePass((body: object) => parseResponse(body), bodies) },
    { name: `floor ${kind}`, pass: makePass((body: object) => floor(body), bodies) },
  ];
});
const times = measure(contenders, COUNT, { warmUp: 150, rounds: 31, slice: 4 });
const rows = kinds.map(([kind]) => [
  kind,
  ...["parse", "ours", "floor"].map((side) => times.get(`${side} ${kind}`)),
]);
console.log(JSON.stringify(rows));
