import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };
import {
  errorBodySchema,
  identify,
  isErrorBody,
  matchError,
  parseResponse,
  responseSchema,
} from "@hashkey-errors/validator";
import { toProblem } from "@hashkey-errors/validator/problem";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "./any-text.js";

/** `.ci/run` asks for more cases than the README's command has time for. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 500);
const timeout = 600_000;

type Entry = (typeof catalog.entries)[number] & {
  readonly retired?: { readonly replacedBy?: string };
};

// Responses of a renamed error get its new name.
const errors = (catalog.entries as Entry[]).filter(
  ({ kind, retired }) => kind === "error" && retired?.replacedBy === undefined,
);
const templated = errors.filter(({ params }) => Object.keys(params).length > 0);

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});
const code = fc.oneof(
  fc.constantFrom<unknown>(0, 200, "0", "0000", "200", "", null, 1, "0001", "__proto__"),
  fc.constantFrom(...errors.map((entry) => entry.code)),
  fc.constantFrom(...errors.map((entry) => Number(entry.code))),
  fc.double(),
  anything,
);
const msg = fc.oneof(
  fc.constantFrom(...errors.map(({ message }) => message)),
  fc.string(),
  anything,
);
const status = fc.oneof(fc.integer({ min: 399, max: 401 }), anything);
const item = fc.oneof(
  fc.record({ code, msg, orderId: fc.string() }, { requiredKeys: [] }),
  anything,
);
const body = fc.oneof(
  fc.record(
    {
      code,
      msg,
      status,
      error: anything,
      result: fc.oneof(fc.array(item), anything),
      __proto__: anything,
    },
    { requiredKeys: [] },
  ),
  anything,
);
const httpStatus = fc.option(fc.integer({ min: 100, max: 599 }), { nil: undefined });

test("any value gives a result with the value as its body, and every verdict agrees with it", {
  timeout,
}, () => {
  fc.assert(
    fc.property(body, httpStatus, (value, status) => {
      const response = parseResponse(value, { httpStatus: status });
      if (!Object.is(response.body, value)) throw new Error("the body is another");
      const isError = response.kind === "error";
      expect(isErrorBody(value)).toBe(isError);
      expect(errorBodySchema["~standard"].validate(value).issues === undefined).toBe(isError);
      // A member that is there but undefined is not JSON: Ajv takes it for absent, parseResponse is
      // more cautious.
      if (Object.values(Object(value)).every((member) => member !== undefined)) {
        const valid = responseSchema["~standard"].validate(value).issues === undefined;
        expect(valid).toBe(parseResponse(value).kind !== "invalid");
      }
      if (response.kind !== "error") return;
      expect(matchError(response.error, { _: ({ name }) => name })).toBe(response.error.name);
      expect(toProblem(response.error).status).toBeGreaterThanOrEqual(400);
      if (response.error.name === "UNRECOGNIZED") expect(response.error.outcome).toBe("unknown");
    }),
    { numRuns },
  );
});

test("the kind stays when members are added or stand in another order", { timeout }, () => {
  const extra = fc.dictionary(
    fc
      .string()
      .filter((key) => !["code", "msg", "status", "error", "result", "__proto__"].includes(key)),
    fc.jsonValue({ maxDepth: 1 }),
    { maxKeys: 5 },
  );
  fc.assert(
    fc.property(
      fc.record({ code, msg, result: fc.array(item, { maxLength: 4 }) }, { requiredKeys: [] }),
      extra,
      httpStatus,
      (value, more, status) => {
        const kind = parseResponse(value, { httpStatus: status }).kind;
        const reordered = Object.fromEntries(Object.entries({ ...more, ...value }).reverse());
        expect(parseResponse(reordered, { httpStatus: status }).kind).toBe(kind);
      },
    ),
    { numRuns },
  );
});

test("a text rendered from any params gives them back", { timeout }, () => {
  const value = fc.oneof(
    fc.string({ minLength: 1, maxLength: 20 }),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      "it's",
      "{field}",
      "a b",
      "訂單",
      "line\nbreak",
      "missing or invalid",
      "orders per",
      '"',
      "'",
      "10.5",
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...templated),
      fc.array(value, { minLength: 4, maxLength: 4 }),
      fc.boolean(),
      fc.boolean(),
      (entry, values, stop, quotes) => {
        const names = Object.keys(entry.params);
        const params = Object.fromEntries(names.map((name, index) => [name, values[index] ?? "x"]));
        const template = quotes ? entry.message : entry.message.replaceAll(/'(\{\w+\})'/g, "$1");
        const literals = template.split(/\{\w+\}/);
        const quoted = entry.message.includes("'{");
        for (const [index, name] of names.entries()) {
          const given = params[name] as string;
          const rest = literals[index + 1] as string;
          // What the rule cannot tell apart, and so does not promise:
          // a value after which the next literal begins early, ...
          if (index < names.length - 1) fc.pre((given + rest).indexOf(rest, 1) === given.length);
          // ... a full stop at the very end of the text, ...
          else fc.pre(!["", "."].includes(rest) || !given.endsWith("."));
          // ... and quotation marks around a value, where the template's own may be absent.
          if (quoted && !quotes) fc.pre(!/^[\p{Quotation_Mark}`´]/u.test(given));
        }
        // Blanks at the ends of a text do not count, so a value that begins or ends with them there
        // is not promised.
        fc.pre(values.slice(0, names.length).every((given) => given === given.trim()));
        // The template may bring its own full stop; a second one is part of no template.
        const text = `${template.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] as string).replace(/\.$/, "")}${stop ? "." : ""}`;
        fc.pre(!text.endsWith(".."));
        expect(identify(entry.code, text)).toMatchObject({
          name: entry.name,
          params,
          msg: text,
          drift: false,
        });
      },
    ),
    { numRuns },
  );
});

test("any text of any code gives an error that keeps it", { timeout }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...errors), anyText, (entry, text) => {
      const error = identify(entry.code, text);
      expect(error.msg).toBe(text);
      if (error.name !== "UNRECOGNIZED" && error.drift && Object.keys(entry.params).length > 0)
        expect(error.params).toBeNull();
    }),
    { numRuns },
  );
});
