import { parseJson } from "../json/parse-json.js";
import { ContinuedLines } from "../text/continued-lines.js";

/** The status line of a response, as curl, HTTP clients and files of requests write it. */
const STATUS_LINE = /^(?:< )?HTTP\/[\d.]+ \d{3}/gm;

/**
 * Splits what was piped in into questions. A JSON document is one, and so is a response with its
 * headers. Of any other text each line is one, with the lines of an object that it opens and of the
 * stack of an exception. An empty text is one too: a command that failed pipes nothing in.
 */
export function splitQuestions(piped: string): readonly string[] {
  const text = piped.trim();
  const isResponse = text.match(STATUS_LINE)?.length === 1;
  if (text === "" || isResponse || parseJson(text) !== undefined) return [text];
  const questions: string[][] = [];
  const continued = new ContinuedLines();
  for (const line of piped.split(/\r?\n/).filter((each) => each.trim() !== "")) {
    if (continued.continues(line)) questions.at(-1)?.push(line);
    else questions.push([line]);
  }
  return [...new Set(questions.map((lines) => lines.join("\n").trim()))];
}
