import type { Answer, Skipped } from "../capture/answer.js";
import { errorsOf, mayHaveBeenExecuted } from "../capture/bodies/result.js";
import type { Place } from "../capture/files/read-capture.js";
import { isRead } from "../capture/requests/is-read.js";
import { requestOf } from "../capture/requests/request-of.js";
import { timeOf } from "../capture/requests/time-of.js";
import { api } from "../generated/api.js";
import type { Failure } from "../generated/types.js";
import { visible } from "../text/visible.js";
import { Findings } from "./findings.js";
import { type PeriodLength, Periods } from "./periods.js";
import type { ErrorCount, Occurrence, ReadCounts, Report } from "./report.js";
import { Span, toIso } from "./span.js";

/** Options for counting. */
export interface TallyOptions {
  /** Answers before this time are left out, and those without a time. */
  readonly since?: number | undefined;
  /** Answers from this time on are left out, and those without a time. */
  readonly until?: number | undefined;
  readonly groupBy?: PeriodLength | undefined;
  /** The number of requests to list that may have been executed. */
  readonly requests: number;
}

interface Counted extends Pick<ErrorCount, "name" | "code" | "place"> {
  readonly span: Span;
  outcome: string;
  retry: string;
  count: number;
}

/** A failed request, or an item of a batch that failed. */
interface Failed {
  readonly failure: Failure;
  readonly answer: Answer;
  readonly place: Place;
  readonly item: number | null;
  readonly time: number | undefined;
}

type Counts = { -readonly [Name in keyof ReadCounts]: number };

/** Counts what the records of a scan say. Memory does not grow with their number. */
export class Tally {
  readonly #options: TallyOptions;
  readonly #counts: Counts = {
    responses: 0,
    successes: 0,
    batches: 0,
    batchItems: 0,
    withoutBody: 0,
    notJson: 0,
    otherResponses: 0,
    tooLong: 0,
    leftOut: 0,
  };
  readonly #errors = new Map<string, Counted>();
  readonly #periods: Periods | undefined;
  readonly #unknown = new Findings();
  readonly #drift = new Findings();
  readonly #invalid = new Findings();
  readonly #uncertain: Occurrence[] = [];
  #uncertainCount = 0;
  #reads = 0;
  #untimed = 0;

  constructor(options: TallyOptions) {
    this.#options = options;
    if (options.groupBy !== undefined) this.#periods = new Periods(options.groupBy);
  }

  /**
   * The records with an answer, also those that are left out; all records; those with a response to
   * another request; and the failures that are left out since nobody knows their time.
   */
  get progress(): Record<"responses" | "records" | "others" | "untimed", number> {
    const { responses, leftOut, withoutBody, notJson, otherResponses, tooLong } = this.#counts;
    const found = responses + leftOut;
    const records = found + withoutBody + notJson + otherResponses + tooLong;
    return { responses: found, records, others: otherResponses, untimed: this.#untimed };
  }

  /** Counts what was found in a record. */
  add(found: Answer | Skipped, place: Place): void {
    if (typeof found === "string") this.#counts[SKIPPED[found]]++;
    else if (this.#isLeftOut(found)) this.#leaveOut(found);
    else this.#addAnswer(found, place);
  }

  /** Counts the records of a file that were too long. */
  addTooLong(count: number): void {
    this.#counts.tooLong += count;
  }

  #isLeftOut({ records }: Answer): boolean {
    const { since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = this.#options;
    if (since === Number.NEGATIVE_INFINITY && until === Number.POSITIVE_INFINITY) return false;
    const time = timeOf(records);
    return time === undefined || time < since || time >= until;
  }

  #leaveOut({ result, records }: Answer): void {
    this.#counts.leftOut++;
    if (result.kind !== "success" && timeOf(records) === undefined) this.#untimed++;
  }

  #addAnswer(answer: Answer, place: Place): void {
    this.#counts.responses++;
    const { result } = answer;
    if (result.kind === "batch") {
      this.#counts.batches++;
      this.#counts.batchItems += result.items.length;
    }
    const parts = result.kind === "batch" ? result.items : [result];
    const failed = parts.flatMap((part) => (part.kind === "success" ? [] : [part]));
    if (failed.length === 0) {
      this.#counts.successes++;
      return;
    }
    const time = timeOf(answer.records);
    for (const part of failed) {
      const item = "index" in part ? part.index : null;
      const failures = errorsOf(part);
      for (const failure of failures) this.#addFailure({ failure, answer, place, item, time });
      // A request is one, however many errors its answer lists.
      const failure = failures.find(mayHaveBeenExecuted);
      if (failure !== undefined) this.#addUncertain({ failure, answer, place, item, time });
    }
  }

  #addFailure(failed: Failed): void {
    const { failure, place, time } = failed;
    const counted = this.#countedFor(failure, place);
    counted.count++;
    counted.span.add(time);
    // The status of an answer can make another outcome or retry of the same name.
    if (failure.outcome === "unknown" || counted.outcome === "rejected")
      counted.outcome = failure.outcome;
    if (failure.retry === "after-reconcile") counted.retry = failure.retry;
    this.#periods?.add(failure.name, time);
    this.#addFinding(failed);
  }

  #countedFor(failure: Failure, place: Place): Counted {
    const { name, outcome, retry } = failure;
    const known = this.#errors.get(name);
    if (known !== undefined) return known;
    // Each unknown code is a finding of its own.
    const code = name === "UNRECOGNIZED" ? null : codeOf(failure);
    const made = { name, code, outcome, retry, place, span: new Span(), count: 0 };
    this.#errors.set(name, made);
    return made;
  }

  #addUncertain({ failure, answer, place, item, time }: Failed): void {
    const request = requestOf(answer.records);
    if (isRead(request.method)) {
      this.#reads++;
      return;
    }
    this.#uncertainCount++;
    if (this.#uncertain.length >= this.#options.requests) return;
    this.#uncertain.push({
      place,
      name: failure.name,
      code: codeOf(failure),
      outcome: failure.outcome,
      time: toIso(time),
      status: answer.status ?? null,
      method: request.method ?? null,
      path: request.path ?? null,
      item,
    });
  }

  #addFinding({ failure, answer: { status }, place, time }: Failed): void {
    const { name } = failure;
    const seen = { name, code: codeOf(failure), status, text: textOf(failure), time, place };
    if (failure.name === "UNRECOGNIZED") {
      // Without a code, there is none that the catalog could have.
      if (failure.code !== "") this.#unknown.add({ ...seen, candidates: failure.candidates });
    } else if (failure.name === "INVALID_RESPONSE") this.#invalid.add({ ...seen, candidates: [] });
    else if ("drift" in failure && failure.drift) this.#drift.add({ ...seen, candidates: [] });
  }

  /** Returns what was counted. */
  toReport(files: readonly string[], problems: Report["problems"]): Report {
    return {
      version: 1,
      catalog: api.id,
      files,
      read: { ...this.#counts },
      errors: [...this.#errors.values()].map(toErrorCount).sort((a, b) => b.count - a.count),
      mayHaveBeenExecuted: {
        count: this.#uncertainCount,
        reads: this.#reads,
        requests: this.#uncertain,
      },
      unknown: this.#unknown.list(),
      drift: this.#drift.list(),
      invalid: this.#invalid.list(),
      ...(this.#periods !== undefined && { periods: this.#periods.list() }),
      problems,
    };
  }
}

const SKIPPED = {
  "not-json": "notJson",
  "no-body": "withoutBody",
  other: "otherResponses",
} as const satisfies Record<Skipped, keyof ReadCounts>;

function codeOf(failure: Failure): string | null {
  return "code" in failure && failure.code !== "" ? visible(failure.code, 60) : null;
}

function textOf(failure: Failure): string | null {
  const [issue] = "issues" in failure ? failure.issues : [];
  const text = issue?.message ?? ("msg" in failure ? failure.msg : null);
  return text === null ? null : visible(text);
}

function toErrorCount({ span, ...counted }: Counted): ErrorCount {
  return { ...counted, first: span.first, last: span.last };
}
