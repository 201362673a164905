import { parseJson } from "../text/parse-json.js";

/** The status line of a response, as curl, HTTP clients and files of requests write it. */
const STATUS_LINE = /^(?:< )?HTTP\/[\d.]+ \d{3}/gm;

/**
 * Splits what was piped in into questions. A JSON document is one, and so is a response with its
 * headers. Of any other text each line is one, with the lines of an object that it opens and of the
 * stack of an exception.
 */
export function splitQuestions(piped: string): readonly string[] {
  const text = piped.trim();
  const isResponse = text.match(STATUS_LINE)?.length === 1;
  if (isResponse || parseJson(text) !== undefined) return [text];
  const questions: string[][] = [];
  /** The indent of the question's first line, and whether an object is open in it. */
  let outer = Number.POSITIVE_INFINITY;
  let isOpen = false;
  for (const line of piped.split(/\r?\n/)) {
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    const isEnd = isOpen && indent === outer && /^\s*[}\])]/.test(line);
    const isInside: boolean = indent > outer && (isOpen || /^\s+at\s/.test(line));
    const opens = /[{[(]\s*$/.test(line);
    isOpen = isInside ? isOpen || opens : opens;
    if (isEnd || isInside) questions.at(-1)?.push(line);
    else {
      questions.push([line]);
      outer = indent;
    }
  }
  return [...new Set(questions.map((lines) => lines.join("\n").trim()))];
}
