import { run } from "../run.js";

/** The answer to a question, as far as the tests read it. */
export interface Answer {
  readonly asked: string;
  readonly found: string | null;
  readonly hint: string | null;
  readonly errors: readonly {
    readonly name: string;
    readonly outcome: string;
    readonly params: object | null;
  }[];
  readonly near: readonly { readonly name: string }[];
}

/** Asks `explain`, and returns its exit code and its answers. */
export function ask(questions: readonly string[], ...options: readonly string[]) {
  const { status, output } = run(["explain", "--json", ...options, "--", ...questions]);
  return { status, answers: JSON.parse(output).answers as readonly Answer[] };
}
