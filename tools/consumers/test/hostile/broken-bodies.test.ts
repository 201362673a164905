import { failureOf, isHashKeyApiError, type ParsedResponse } from "@hashkey-errors/validator";
import { pairBatch } from "@hashkey-errors/validator/batch";
import { parseFetchResponse } from "@hashkey-errors/validator/fetch";
import { nextStep } from "@hashkey-errors/validator/next-step";
import { errorAttributes } from "@hashkey-errors/validator/telemetry";
import { expect, test } from "vitest";
import { type BrokenResponse, createBrokenResponse } from "./broken-bodies.js";
import { createRandom, type Random } from "./random.js";

const RESPONSES = process.env.THOROUGH ? 10_000 : 500;

/** The seed of the first response. */
const FIRST_SEED = Number(process.env.HOSTILE_SEED ?? 1);

test(`${RESPONSES} responses that break off, stall, are cut or are not UTF-8 are results, or rejections with the cause`, {
  timeout: 3_600_000,
}, async () => {
  const faults: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RESPONSES && faults.length < 20; seed++) {
    const random = createRandom(seed);
    const broken = createBrokenResponse(random);
    const found = [...(await readFetched(broken)), ...readThrown(broken, random)];
    faults.push(...found.map((fault) => `seed ${seed}: ${fault}: ${broken.description}`));
  }
  expect(faults).toEqual([]);
});

/** Reads a response, and returns what is wrong with the result. */
async function readFetched(broken: BrokenResponse): Promise<readonly string[]> {
  const { response, isReadable } = broken;
  try {
    const result = await parseFetchResponse(response);
    return isReadable ? checkResult(result, broken) : [`read what breaks off as ${result.kind}`];
  } catch (thrown) {
    return isReadable ? ["rejected a body that can be read"] : checkRejection(thrown, broken);
  }
}

function checkResult(result: ParsedResponse, { bytes, response }: BrokenResponse) {
  const text = new TextDecoder().decode(bytes);
  const faults = [];
  const expected = parseJson(text);
  if (JSON.stringify(result.body) !== JSON.stringify(expected ?? text))
    faults.push("lost the body");
  const isAnswer = expected !== undefined && typeof expected === "object";
  if (!isAnswer && result.kind !== "invalid") faults.push(`read it as ${result.kind}`);
  if (hasCode(expected) && result.kind === "success") faults.push("read an error as a success");
  if (response.status >= 500 && result.kind === "success") faults.push("read 5XX as a success");
  const paired = pairBatch(result, ["1", "2", "3"], (id) => id);
  const claimed = paired.filter(({ item }) => item.kind === "success");
  if (claimed.length > 1) faults.push("paired requests with successes that nobody sent");
  if (result.kind === "error" || result.kind === "invalid")
    faults.push(...checkFailure(result.error));
  return faults;
}

function checkRejection(thrown: unknown, { cause }: BrokenResponse): readonly string[] {
  if (!isHashKeyApiError(thrown, "NO_RESPONSE")) return [`rejected with ${typeof thrown}`];
  const isKept =
    cause === TypeError ? thrown.origin instanceof TypeError : Object.is(thrown.origin, cause);
  const failure = failureOf(thrown);
  return [
    ...(isKept ? [] : ["lost the cause"]),
    ...(failure?.outcome === "unknown" ? [] : [`the outcome is ${failure?.outcome}`]),
    ...(failure === undefined ? [] : checkFailure(failure)),
  ];
}

/** Reads errors of clients that hold what came of a body. */
function readThrown({ bytes, response, cause }: BrokenResponse, random: Random) {
  const { status, headers } = response;
  const text = new TextDecoder().decode(bytes);
  const data = random.pick<() => unknown>([
    () => text,
    () => bytes,
    () => bytes.slice().buffer,
    () => parseJson(text),
    () => response,
    () => response.body,
    () => cause,
  ])();
  const thrown = random.pick<() => object>([
    () =>
      Object.assign(new Error("x"), {
        name: "AxiosError",
        response: { headers, status, data },
        cause,
      }),
    () =>
      Object.assign(new Error("x"), {
        name: "FetchError",
        response: { headers, status, _data: data },
      }),
    () => Object.assign(new Error("x"), { name: "HTTPError", response, cause }),
    () => Object.assign(new Error("x"), { response: { headers, statusCode: status, body: data } }),
    () =>
      Object.assign(new Error("x"), { code: "UND_ERR_RESPONSE", statusCode: status, body: data }),
    () => response,
  ])();
  const failure = failureOf(thrown);
  if (failure === undefined) return ["failureOf knows no response"];
  const isJudged = failure.name !== "INVALID_RESPONSE";
  const isError = hasCode(parseJson(text)) || data === cause;
  return [
    ...(isJudged && !isError ? [`failureOf made ${failure.name} of it`] : []),
    ...checkFailure(failure),
  ];
}

/** Checks a failure that a request which writes may have. */
function checkFailure(failure: NonNullable<ReturnType<typeof failureOf>>): readonly string[] {
  void errorAttributes(failure);
  const { action } = nextStep(failure, { method: "POST" });
  const isRepeated = failure.outcome === "unknown" && (action === "wait" || action === "fix");
  return isRepeated ? [`${failure.name} is sent again`] : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a body is an error, or a batch with one. */
function hasCode(body: unknown): boolean {
  return /"code":"-/.test(JSON.stringify(body) ?? "");
}
