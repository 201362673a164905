import { upperSnake } from "../catalog/upper-snake.js";
import { oneLine } from "../std/one-line.js";

/**
 * The ending of a name for each form of message; the first that matches counts. The group is the
 * topic.
 */
const ENDINGS: readonly (readonly [pattern: RegExp, ending: string])[] = [
  [/^(?:invalid|illegal|incorrect|wrong|malformed|bad) (.+)/i, "INVALID"],
  [/^(.+?) (?:is |are )?(?:invalid|incorrect|malformed|not valid|in wrong format)/i, "INVALID"],
  [/^(?:un|not )support(?:ed)? (.+)/i, "UNSUPPORTED"],
  [/^(.+?) (?:is |are )?(?:not supported|unsupported)/i, "UNSUPPORTED"],
  [/^(?:can(?:not| not) find|unable to find) (?:the |given )?(.+)/i, "NOT_FOUND"],
  [
    /^(.+?) (?:was |is )?(?:not found|does not exist|do not exist|not exist|doesn't exist)/i,
    "NOT_FOUND",
  ],
  [/^(?:insufficient|not enough) (.+)/i, "INSUFFICIENT"],
  [/^(.+?) (?:is |are )?(?:insufficient|not enough)/i, "INSUFFICIENT"],
  [/^(.+?) (?:has |have )?(?:been )?(?:already exists?|is taken)/i, "ALREADY_EXISTS"],
  [/^(?:duplicated?|repeated) (.+)/i, "DUPLICATE"],
  [/^(.+?) (?:has |have )?expired/i, "EXPIRED"],
  [/^(?:missing|required) (.+)/i, "MISSING"],
  [/^(.+?) (?:is |are )?(?:missing|required)/i, "REQUIRED"],
  [/^(?:too many) (.+)/i, "EXCEEDED"],
  [/^(.+?) (?:has |have )?(?:exceeded|exceeds?|over the limit)/i, "EXCEEDED"],
  [/^(.+?) (?:is )?(?:too (?:small|short)|less than|lower than|below)/i, "TOO_SMALL"],
  [/^(.+?) (?:is )?(?:too (?:large|long|big|high)|greater than|above)/i, "TOO_LARGE"],
  [/^(.+?) (?:is |are )?(?:not allowed|forbidden|not permitted)/i, "NOT_ALLOWED"],
  [/^unauthori[sz]ed (.+)/i, "UNAUTHORIZED"],
  [/^(.+?) (?:is )?(?:unauthori[sz]ed|not authori[sz]ed)/i, "UNAUTHORIZED"],
  [/^(.+?) (?:has been |was |is )?(?:denied|refused)/i, "DENIED"],
  [/^(.+?) (?:has been |was |is )?(?:rejected|declined)/i, "REJECTED"],
  [/^(.+?) (?:is |are )?(?:not available|unavailable)/i, "NOT_AVAILABLE"],
  [/^(?:timeout|timed out) (.+)/i, "TIMEOUT"],
  [/^(.+?) (?:has )?(?:timeout|timed out)/i, "TIMEOUT"],
  [/^(.+?) (?:has )?(?:failed|failure)/i, "FAILED"],
  [/^unknown (.+)/i, "UNKNOWN"],
  [/^(.+?) (?:is )?unknown/i, "UNKNOWN"],
  [/^(.+?) error\b/i, "ERROR"],
];

const MAX_LENGTH = 60;
const MAX_WORDS = 5;
const FILLERS = new Set(
  "A AN AND ARE AS AT BE BEEN BY FOR FROM HAS HAVE IN IS IT ITS OF ON OR THAT THE THIS TO WAS WERE WITH YOU YOUR".split(
    " ",
  ),
);

/** The parts of a row that a name is proposed from. */
interface NamedRow {
  readonly code: string;
  /** With placeholders in braces. */
  readonly message: string;
  /** The document's own name. */
  readonly name?: string;
  readonly line: number;
}

/** Proposes a name for a row, with one of the endings that the manifest allows, and takes it. */
export type Namer = (row: NamedRow, endings: readonly string[] | undefined) => string;

/** Creates a namer that proposes no name twice, and none of those that are taken. */
export function createNamer(takenNames: Iterable<string>): Namer {
  const taken = new Set(takenNames);
  // Very many rows may stand in one line, so that counting up from 1 for each takes too long.
  const counts = new Map<string, number>();
  return (row, endings) => {
    const name = findFreeName(row, endings, taken, counts);
    taken.add(name);
    return name;
  };
}

function findFreeName(
  row: NamedRow,
  endings: readonly string[] | undefined,
  taken: ReadonlySet<string>,
  counts: Map<string, number>,
): string {
  const isWord = /^[A-Za-z]/.test(row.code) && /[A-Za-z]{3}/.test(row.code);
  const documentName = row.name ?? (isWord ? row.code : undefined);
  const byMessage = splitMessage(row, endings);
  const [topic, ending] = documentName === undefined ? byMessage : splitName(documentName, endings);
  const candidates = [
    joinName(topic, "", ending),
    // Several texts may share a code, and the document's name for it.
    joinName(byMessage[0], "", byMessage[1]),
    joinName(topic, upperSnake(row.code), ending),
  ];
  const free = candidates.find((candidate) => !taken.has(candidate));
  if (free !== undefined) return free;
  const first = joinName(topic, `LINE_${row.line}`, ending);
  for (let number = (counts.get(first) ?? 0) + 1; ; number++) {
    const suffix = `LINE_${row.line}${number > 1 ? `_${number}` : ""}`;
    const name = joinName(topic, suffix, ending);
    counts.set(first, number);
    if (!taken.has(name)) return name;
  }
}

type NameParts = readonly [topic: string, ending: string];

/** A name of the document, with one of the endings added if it has none. */
function splitName(word: string, endings: readonly string[] | undefined): NameParts {
  const name = upperSnake(splitCamel(word));
  if (endings === undefined) return [name, ""];
  const [ending] = endings
    .filter((each) => name === each || name.endsWith(`_${each}`))
    .sort((a, b) => b.length - a.length);
  if (ending === undefined) return [name, defaultEnding(endings)];
  return [name.slice(0, -ending.length).replace(/_$/, ""), ending];
}

function splitMessage(
  { message, code, line }: NamedRow,
  endings: readonly string[] | undefined,
): NameParts {
  const written = oneLine(message.replaceAll(/\{[^{}]*\}/g, " ").replaceAll(/['"`]/g, ""));
  const text = isLatin(written) ? written : "";
  for (const [pattern, ending] of ENDINGS) {
    const topic = shorten(pattern.exec(text)?.[1] ?? "");
    if (topic !== "" && (endings === undefined || endings.includes(ending))) return [topic, ending];
  }
  const topic = shorten(text) || upperSnake(`CODE_${code}`) || `LINE_${line}`;
  return endings === undefined ? [topic, ""] : splitName(topic, endings);
}

/** Whether a text is in Latin script: a few words in it would say little of any other. */
function isLatin(text: string): boolean {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return count(/\p{Script=Latin}/gu) * 2 >= count(/\p{L}/gu);
}

function defaultEnding(endings: readonly string[]): string {
  return endings.includes("ERROR") ? "ERROR" : (endings[0] ?? "");
}

function shorten(text: string): string {
  const words = upperSnake(splitCamel(text)).split("_");
  const content = words.filter((word) => word !== "" && !FILLERS.has(word));
  return content.slice(0, MAX_WORDS).join("_");
}

function splitCamel(text: string): string {
  return text.replaceAll(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, (_, lower, upper, last) =>
    last === undefined ? `${lower}_${upper}` : `${last}_`,
  );
}

/** The parts as one name that the schema allows. Only the topic is shortened. */
function joinName(topic: string, suffix: string, ending: string): string {
  const tail = [suffix, ending].filter((part) => part !== "").join("_");
  const room = MAX_LENGTH - (tail === "" ? 0 : tail.length + 1);
  const head = cutAtWord(
    /^[A-Z]/.test(topic) || topic === "" ? topic : `E_${topic}`,
    Math.max(0, room),
  );
  const name = [head, tail].filter((part) => part !== "").join("_");
  const legal = /^[A-Z]/.test(name) ? name : `E_${name}`;
  return legal.slice(0, MAX_LENGTH).replace(/_+$/, "") || "E";
}

/** The words of a name that have room; a part of the first if it is too long. */
function cutAtWord(name: string, room: number): string {
  const end = name.length <= room ? room : name.lastIndexOf("_", room);
  return name.slice(0, end > 0 ? end : room).replace(/_+$/, "");
}
