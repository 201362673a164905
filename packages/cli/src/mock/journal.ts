/** The record of one request. It has no header, query or body: they may hold keys. */
export interface Recorded {
  /** Counts from 1. */
  readonly n: number;
  /** The time of arrival, as ISO 8601. */
  readonly time: string;
  readonly method: string;
  readonly path: string;
  /** The id in it, where the path is a resource's. */
  readonly id: string | null;
  /** `success`, `batch`, the name of an error, or a word such as `timeout`. */
  readonly reply: string;
  /** The HTTP status; `null` where none was sent. */
  readonly status: number | null;
  /** The source that chose the reply. */
  readonly by: "request" | "scenario" | "rate" | "resource" | "default";
  /** Whether the request was executed; `null` for a read. It changes when that happens later. */
  executed: boolean | null;
  /** What is wrong with an instruction that was refused. */
  readonly problem?: string;
  /** The items of a batch; then `executed` says whether any of them was executed. */
  readonly items?: readonly RecordedItem[];
}

/** The record of one item of a batch. */
export interface RecordedItem {
  readonly id: string | null;
  readonly reply: string;
  readonly executed: boolean;
}

/** The requests that a question is about; all where a member is absent. */
interface JournalFilter {
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly id?: string | undefined;
  /** One of these. */
  readonly replies?: readonly string[] | undefined;
}

/** The journal, as `GET /__mock/journal` answers it. */
interface PrintedJournal {
  /** The version of this shape. Members may be added within one. */
  readonly version: 1;
  /** The number of requests that came. */
  readonly received: number;
  /** The number of executed requests; each item of a batch counts. */
  readonly executed: number;
  /** The number of requests that are no longer in the journal, and in none of these numbers. */
  readonly forgotten: number;
  readonly requests: readonly Recorded[];
}

/** The requests that a mock answered. */
export interface Journal {
  add(recorded: Recorded): void;
  print(filter: JournalFilter): PrintedJournal;
}

/** A mock that runs for days forgets the oldest requests. */
const LONGEST = 100_000;

/** Creates an empty journal. */
export function createJournal(): Journal {
  let requests: Recorded[] = [];
  let forgotten = 0;
  return {
    add(recorded) {
      requests.push(recorded);
      if (requests.length < LONGEST * 2) return;
      requests = requests.slice(-LONGEST);
      forgotten += LONGEST;
    },
    print(filter) {
      const found = requests
        .map((request) => ({ request, parts: findParts(request, filter) }))
        .filter(({ parts }) => parts.length > 0);
      const executed = found.flatMap(({ parts }) => parts).filter((part) => part.executed).length;
      return {
        version: 1,
        received: found.length,
        executed,
        forgotten,
        requests: found.map(({ request }) => request),
      };
    },
  };
}

/** Returns what a filter finds of a request: the items of a batch that fit, or the request. */
function findParts(
  request: Recorded,
  { method = request.method, path = request.path, id, replies }: JournalFilter,
): readonly (Recorded | RecordedItem)[] {
  if (request.method !== method || request.path !== path) return [];
  const { items = [] } = request;
  const parts = items.length > 0 ? items : [request];
  return parts.filter(
    (part) =>
      (id === undefined || part.id === id) &&
      (replies?.some((reply) => part.reply === reply || request.reply === reply) ?? true),
  );
}
