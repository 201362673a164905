import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isRead } from "../capture/requests/is-read.js";
import { allowPage } from "./allow-page.js";
import { type Answered, answerRequest } from "./answer-request.js";
import { createChooser } from "./choose-reply.js";
import { answerControl, CONTROL_PATH } from "./control.js";
import { createJournal, type Recorded } from "./journal.js";
import type { RandomOptions } from "./random-reply.js";
import { type Received, receive } from "./received.js";
import { createResources } from "./resources.js";
import type { Scenario } from "./scenario.js";
import { type Sent, send, statusOfSent } from "./send.js";

/** Options of a mock. */
export interface MockOptions {
  readonly scenario: Scenario;
  /** If absent, nothing fails at random. */
  readonly random: RandomOptions | undefined;
  /** Takes each request once it is answered. */
  readonly onAnswered: (recorded: Recorded) => void;
}

/** All that a reset begins anew. */
function begin(scenario: Scenario, random: RandomOptions | undefined) {
  return {
    scenario,
    count: 0,
    journal: createJournal(),
    resources: createResources(scenario.resources),
    choose: createChooser(scenario, random),
  };
}

/** Creates a server that answers as the API does, and fails as it is told. */
export function createMock({ scenario, random, onAnswered }: MockOptions): Server {
  let state = begin(scenario, random);
  const control = {
    journal: () => state.journal,
    reset: (next: Scenario = state.scenario) => {
      state = begin(next, random);
    },
  };

  const answer = (request: Received): { readonly sent: Sent; readonly delay: number } => {
    const { choose, resources, journal } = state;
    state.count += 1;
    const { method, path } = request;
    const chosen = choose(request, state.count);
    const answered =
      "problem" in chosen
        ? refuse(chosen.problem, method)
        : answerRequest(request, chosen.reply, resources);
    const recorded: Recorded = {
      n: state.count,
      time: new Date().toISOString(),
      method,
      path,
      status: statusOfSent(answered.sent),
      by: answered.isRefused ? "resource" : chosen.by,
      ...answered.recorded,
    };
    journal.add(recorded);
    onAnswered(recorded);
    const { later, sent, delay } = answered;
    if (later) setTimeout(() => Object.assign(recorded, later.execute()), delay + later.ms).unref();
    return { sent, delay };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (allowPage(request, response)) return;
    const received = await receive(request);
    if (received === undefined) {
      send({ kind: "text", status: 413, text: "The body is too large.\n" }, request, response);
    } else if (received.path.startsWith(CONTROL_PATH)) {
      send(await answerControl(received, control), request, response);
    } else {
      const { sent, delay } = answer(received);
      if (delay === 0) send(sent, request, response);
      else setTimeout(() => send(sent, request, response), delay).unref();
    }
  };
  // Node closes an idle connection after 5 s, just when a slow client may send its next request.
  return createServer({ keepAliveTimeout: 0 }, (request, response) => {
    handle(request, response).catch(() => {
      // The client went away, or sent what nobody can read.
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { connection: "close" }).end();
    });
  });
}

/** The answer to an instruction that cannot be followed. */
function refuse(problem: string, method: string): Answered {
  return {
    sent: { kind: "text", status: 400, text: `mock: ${problem}\n` },
    recorded: { id: null, reply: "refused", executed: isRead(method) ? null : false, problem },
    isRefused: false,
    delay: 0,
  };
}
