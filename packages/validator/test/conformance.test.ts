import { readFileSync } from "node:fs";
import type { Failure, ParsedResponse } from "@hashkey-errors/types";
import { parseResponse, parseText } from "@hashkey-errors/validator";
import { nextStep } from "@hashkey-errors/validator/next-step";
import { expect, test } from "vitest";

interface Vector {
  readonly id: string;
  readonly body?: object;
  readonly text?: string;
  readonly status: number | null;
  readonly expect: object;
}

const file = new URL("../../../schemas/generated/conformance.ndjson", import.meta.url);
const lines = readFileSync(file, "utf8").trimEnd().split("\n");
const vectors = lines.map((line) => JSON.parse(line) as Vector);

test("the validator reads every conformance vector as the catalog says", () => {
  const wrong = vectors
    .map(({ id, body, text, status, expect: want }) => {
      const context = { httpStatus: status ?? undefined };
      const result = text === undefined ? parseResponse(body, context) : parseText(text, context);
      return { id, got: summarize(result), want };
    })
    .filter(({ got, want }) => !isEqual(got, want));
  expect(wrong).toEqual([]);
});

test("there are vectors of each kind, and no two with one id", () => {
  expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
  const kinds = new Set(vectors.map(({ expect: want }) => (want as { kind: string }).kind));
  expect([...kinds].sort()).toEqual(["batch", "error", "invalid", "success"]);
  expect(vectors.length).toBeGreaterThan(3000);
});

type Result = ParsedResponse | (ParsedResponse & { kind: "batch" })["items"][number];

/** The part of a result that the vectors speak of. */
function summarize(result: Result): object {
  if (result.kind === "success") return { kind: "success" };
  if (result.kind === "batch") return { kind: "batch", items: result.items.map(summarize) };
  const next = { read: stepOf(result.error, "GET"), write: stepOf(result.error, "POST") };
  if (result.kind === "error") {
    const { name, code, outcome, retry } = result.error;
    const detail =
      "candidates" in result.error
        ? { candidates: result.error.candidates }
        : { params: result.error.params, drift: result.error.drift };
    return { kind: "error", name, code, ...detail, outcome, retry, next };
  }
  const issues = result.issues.map(({ keyword, path }) => ({ keyword, path }));
  const { outcome, retry } = result.error;
  return { kind: "invalid", issues, outcome, retry, next };
}

function stepOf(failure: Failure, method: string): string {
  return nextStep(failure, { method }).action;
}

function isEqual(got: unknown, want: unknown): boolean {
  return JSON.stringify(sortKeys(got)) === JSON.stringify(sortKeys(want));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .map(([key, member]) => [key, sortKeys(member)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
