/** The mock's reply to one request. */
export type Reply = ReplyKind & Execution;

/** Whether and when the request is executed, and when the reply is sent. */
export interface Execution {
  /** Whether the request is executed; a reply that leaves it open may be given after or before. */
  readonly executed: boolean;
  /** Whether either is possible, and nobody said which: at random, it is chosen at random. */
  readonly isOpen: boolean;
  /** Milliseconds from the reply until the request is executed; 0: before the reply. */
  readonly executedAfter: number;
  /** Milliseconds for which the reply waits. */
  readonly delay: number;
  /** What became of each item of a request for several; what is not listed is as `executed`. */
  readonly items: readonly ItemReply[];
}

/** A reply without its times. */
export type ReplyKind =
  | Success
  | ErrorReply
  /** One reply for each item of a request for several. */
  | { readonly kind: "batch" }
  /** A gateway's page, with a `Retry-After` in seconds. */
  | { readonly kind: "page"; readonly status: number; readonly retryAfter: number | undefined }
  | { readonly kind: Breakdown };

/** A success; its body is one with the members of the request, unless it is given. */
interface Success {
  readonly kind: "success";
  readonly body?: object | undefined;
}

/** An error of the catalog. */
export interface ErrorReply {
  readonly kind: "error";
  readonly name: string;
  readonly status: number;
  readonly body: object;
  /** The error as an item of a batch. */
  readonly item: object;
}

/** The reply to one item of a batch. */
export type ItemReply = (ErrorReply | Success) & {
  readonly executed: boolean;
};

/** The reply to a request if nothing says otherwise. */
export const SUCCESS: Success & Execution = {
  kind: "success",
  executed: true,
  isOpen: false,
  executedAfter: 0,
  delay: 0,
  items: [],
};

/** A reply that does not arrive, or not whole. */
export type Breakdown = (typeof BREAKDOWNS)[number];

/** The words for the replies that do not arrive, or not whole. */
export const BREAKDOWNS = ["timeout", "reset", "cut-off", "empty"] as const;

/** The word for a gateway's page, which has its status. */
export const PAGE: RegExp = /^http-([45]\d\d)$/;

/** Whether the journal has it as the word for a reply that is not an error of the catalog. */
export function isWord(text: string): boolean {
  return ["success", "batch", "refused", ...BREAKDOWNS].includes(text) || PAGE.test(text);
}

/** Reports what is wrong with a reply or a scenario, and where it stands. */
export type Report = (where: string, problem: string) => void;

/** Returns the word for a reply, as the journal has it. */
export function printReply(reply: ReplyKind): string {
  if (reply.kind === "error") return reply.name;
  return reply.kind === "page" ? `http-${reply.status}` : reply.kind;
}
