import { isRead } from "../capture/requests/is-read.js";
import { batchBody, fillTime, successBody } from "./bodies.js";
import type { Recorded, RecordedItem } from "./journal.js";
import type { Fields, Received } from "./received.js";
import { type ItemReply, printReply, type Reply, type ReplyKind, SUCCESS } from "./reply.js";
import type { Effect, Resources } from "./resources.js";
import type { Sent } from "./send.js";

/** The reply to a request, and its line in the journal. */
export interface Answered {
  readonly sent: Sent;
  readonly recorded: Pick<Recorded, "id" | "reply" | "executed" | "problem" | "items">;
  /** Whether a resource refused it: nothing has its id, or something has it already. */
  readonly isRefused: boolean;
  /** Milliseconds for which the reply waits. */
  readonly delay: number;
  /** Executes the request, where that happens after the reply. */
  readonly later?: { readonly ms: number; readonly execute: () => Executed };
}

type Executed = Pick<Recorded, "executed" | "items">;

/** Executes a request as its reply says, and returns what is sent. */
export function answerRequest(request: Received, reply: Reply, resources: Resources): Answered {
  const { method, path, members } = request;
  const expiry = resources.expiryOf(path, members);
  if (expiry === undefined) return answerAccepted(request, reply, resources);
  if (reply.kind !== "success" && reply.kind !== "batch")
    return answerAccepted(request, { ...reply, executed: false }, resources);
  const executed = isRead(method) ? null : false;
  const effect = { executed, refused: expiry, members: {} };
  return answerSuccess(reply, resources.idOf(path, members), effect);
}

function answerAccepted(request: Received, reply: Reply, resources: Resources): Answered {
  const { method, path, members, items } = request;
  if (reply.items.length > 0 || (items !== undefined && resources.takesBatch(path)))
    return answerBatch(request, reply, resources);
  const id = resources.idOf(path, members);
  const execute = () => resources.execute(method, path, members);
  if (reply.kind === "success") return answerSuccess(reply, id, execute());
  const later = laterOf(request, reply, resources, () => ({ executed: execute().executed }));
  const effect = reply.executed && later === undefined ? execute() : undefined;
  const executed = isRead(method) ? null : (effect?.executed ?? false);
  return {
    sent: toSent(reply, () => successBody(effect?.members ?? members)),
    recorded: { id, reply: printReply(reply), executed },
    isRefused: false,
    delay: reply.delay,
    ...(later !== undefined && { later }),
  };
}

function laterOf(
  { method, path, members }: Received,
  { executed, executedAfter: ms }: Reply,
  { expiryOf }: Resources,
  execute: () => Executed,
): Answered["later"] {
  if (!executed || ms === 0 || isRead(method)) return undefined;
  return { ms, execute: () => (expiryOf(path, members) ? { executed: false } : execute()) };
}

/** A success, or the reply of the resource that refuses it. */
function answerSuccess(success: Reply, id: string | null, effect: Effect): Answered {
  const { executed, refused, members } = effect;
  const reply = refused ?? success;
  return {
    sent: toSent(reply, () => successBody(members)),
    recorded: { id, reply: printReply(reply), executed },
    isRefused: refused !== undefined,
    delay: Math.max(success.delay, reply.delay),
  };
}

/** A request for several: each item is executed and answered on its own. */
function answerBatch(request: Received, reply: Reply, resources: Resources): Answered {
  const { items: replies } = reply;
  const items: readonly Fields[] = request.items?.length ? request.items : replies.map(() => ({}));
  const answerAll = (isExecuted: boolean) =>
    items.map((item, index) => {
      const executed = isExecuted && (replies[index]?.executed ?? true);
      return answerItem(request, item, replies[index], executed, resources);
    });
  const toRecorded = (answers: readonly AnsweredItem[]): Executed => ({
    executed: isRead(request.method) ? null : answers.some(({ recorded }) => recorded.executed),
    items: answers.map(({ recorded }) => recorded),
  });
  const later = laterOf(request, reply, resources, () => toRecorded(answerAll(true)));
  const answers = answerAll(reply.executed && later === undefined);
  const whole = () => batchBody(answers.map(({ body }) => body));
  return {
    sent: toSent(reply, whole),
    recorded: { id: null, reply: printReply(reply), ...toRecorded(answers) },
    isRefused: false,
    delay: reply.delay,
    ...(later !== undefined && { later }),
  };
}

interface AnsweredItem {
  readonly recorded: RecordedItem;
  readonly body: object;
}

function answerItem(
  { method, path }: Received,
  item: Fields,
  reply: ItemReply | undefined,
  isExecuted: boolean,
  resources: Resources,
): AnsweredItem {
  const id = resources.idOf(path, item);
  const effect = isExecuted ? resources.execute(method, path, item) : undefined;
  const own = reply?.kind === "error" ? reply : (effect?.refused ?? reply ?? SUCCESS);
  const executed = effect?.executed ?? false;
  const whole = () => successBody(effect?.members ?? item);
  const body = own.kind === "error" ? own.item : bodyOf(own, whole);
  return { recorded: { id, reply: printReply(own), executed }, body };
}

/** The body of a success: its own, or else the whole one. */
function bodyOf(reply: ReplyKind, whole: () => object): object {
  return reply.kind === "success" && reply.body !== undefined ? fillTime(reply.body) : whole();
}

/** Returns the bytes of a reply; `whole` is the success that a part of is sent. */
function toSent(reply: Reply, whole: () => object): Sent {
  switch (reply.kind) {
    case "error":
      return { kind: "json", status: reply.status, body: reply.body };
    case "page":
      return { kind: "page", status: reply.status, retryAfter: reply.retryAfter };
    case "cut-off":
      return { kind: "cut-off", body: whole() };
    case "timeout":
    case "reset":
    case "empty":
      return { kind: reply.kind };
    default:
      return { kind: "json", status: 200, body: bodyOf(reply, whole) };
  }
}
