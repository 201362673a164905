import { markdownCellTexts, withBarsAsText } from "../../../evidence/markdown-cell.js";
import { FENCE } from "../../../evidence/markdown-tables.js";
import { readLabeled } from "../rows/headings.js";
import type { Block } from "./block.js";

/** A block, whose text is as it is written. */
type Written = Omit<Block, "isMarked">;

/** The headings, items of lists, paragraphs and blocks of code of a Markdown page. */
export function markdownBlocks(text: string): readonly Block[] {
  const written = readBlocks(text.split("\n"));
  const prose = written.filter(({ kind }) => kind !== "code");
  const texts = markdownCellTexts(prose.map((block) => withBarsAsText(block.text)));
  const plain = new Map(prose.map((block, index) => [block, texts[index] ?? ""]));
  return written.map((block) => ({
    ...block,
    text: plain.get(block) ?? block.text,
    isMarked: /^(?:`|\*\*|__)/.test(block.text),
  }));
}

/** A block that the next lines may go on with. */
type Open = { -readonly [Key in keyof Written]: Written[Key] };

function readBlocks(lines: readonly string[]): Written[] {
  const blocks: Written[] = [];
  let open: Open | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const code = readFence(lines, at);
    if (code !== undefined) {
      blocks.push(code);
      open = undefined;
      at = code.lastLine - 1;
      continue;
    }
    const started = startBlock(line, at + 1);
    if (started === undefined) {
      open = continueBlock(open, line, at + 1, blocks);
      continue;
    }
    blocks.push(started);
    open = started.kind === "heading" ? undefined : started;
  }
  return blocks;
}

/** Adds a line to the open block, or begins a paragraph; returns the block that is open then. */
function continueBlock(
  open: Open | undefined,
  line: string,
  number: number,
  blocks: Written[],
): Open | undefined {
  if (!isProse(line)) return undefined;
  if (open === undefined || isNextField(open, line)) {
    const paragraph: Open = { kind: "text", text: line.trim(), line: number, lastLine: number };
    blocks.push(paragraph);
    return paragraph;
  }
  open.text += ` ${line.trim()}`;
  open.lastLine = number;
  return open;
}

/** Whether a line is a field of an error, below another one: `HTTP: 404` below `Message: ...`. */
function isNextField({ kind, text }: Open, line: string): boolean {
  if (kind !== "text" || readLabeled(line.trim()) === undefined) return false;
  return readLabeled(text) !== undefined;
}

/** The block of code that begins on a line; undefined if none does. */
function readFence(lines: readonly string[], at: number): Written | undefined {
  const [, mark, language = ""] = FENCE_LINE.exec(lines[at] ?? "") ?? [];
  if (mark === undefined) return undefined;
  const end = endOfFence(lines, at, mark);
  return {
    kind: "code",
    text: lines.slice(at + 1, end).join("\n"),
    language: language.toLowerCase(),
    line: at + 1,
    lastLine: end + 1,
  };
}

const FENCE_LINE = new RegExp(`^ {0,12}(${FENCE})[ \\t]*([\\w+#-]*)`);

function endOfFence(lines: readonly string[], start: number, mark: string): number {
  for (let at = start + 1; at < lines.length; at++)
    if ((lines[at] ?? "").trim().startsWith(mark)) return at;
  return lines.length;
}

/** The heading or the item that begins on a line; undefined if none does. */
function startBlock(line: string, number: number): Written | undefined {
  const place = { line: number, lastLine: number };
  const [, marks, heading = ""] = HEADING.exec(line.slice(0, MAX_HEADING)) ?? [];
  if (marks !== undefined) {
    const text = heading.replace(/[ \t#]+$/, "").trim();
    return { kind: "heading", level: marks.length, text, ...place };
  }
  const item = /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)/.exec(line);
  if (item === null) return undefined;
  return { kind: "item", text: line.slice(item[0].length).trim(), ...place };
}

const HEADING = /^ {0,3}(#{1,6})[ \t](.*)$/;

/** No heading is longer. */
const MAX_HEADING = 500;

/** Whether a line goes on with a paragraph: tables and pieces of HTML are not prose. */
function isProse(line: string): boolean {
  return line.trim() !== "" && !/^\s*(?:\||<|={3,}|-{3,}|\[[^\]]{1,100}\]:)/.test(line);
}
