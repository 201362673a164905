import { rstText } from "../../../evidence/markup-text.js";
import type { Problem } from "../../../problem/problem.js";
import { quoteBriefly } from "../../../std/quote-briefly.js";
import { type Cell, continueCell, type Grid, type GridRow, mapTexts } from "../grids/grid.js";
import { csvRows } from "../grids/read-csv.js";
import { readGrids } from "../grids/read-grids.js";
import type { ColumnChoice } from "../rows/choose-columns.js";
import {
  byLine,
  partOf,
  type Reading,
  type TableDocument,
  type TableReading,
  unreadTable,
} from "../rows/row.js";
import { readText } from "../texts/read-text.js";
import { joinGridLines, splitLines, type TextLine } from "../texts/text-columns.js";

/** A table of a page, and the index behind its last line. */
interface Found {
  readonly grid?: Grid;
  readonly tables?: readonly TableReading[];
  readonly problems?: readonly Problem[];
  readonly end: number;
}

/**
 * Reads the tables of a page in reStructuredText: lists and CSV that directives call tables, and
 * tables with rules. A page without any is read as a plain text.
 */
export function readRst(document: TableDocument, choice: ColumnChoice): Reading {
  const lines = document.text.split("\n");
  const found: Found[] = [];
  for (let at = 0; at < lines.length; at++) {
    const table = directiveAt(document, lines, at) ?? ruledAt(lines, at);
    if (table === undefined) continue;
    if (table.grid ?? table.tables ?? table.problems) found.push(table);
    at = table.end - 1;
  }
  if (found.length === 0) return readText(document, choice);
  const grids = found
    .flatMap(({ grid }) => grid ?? [])
    .map(({ line, rows }) => ({ line, rows: mapTexts(rows, rstText) }));
  return {
    tables: [
      ...readGrids(document, grids, choice),
      ...found.flatMap(({ tables = [] }) => tables),
    ].sort(byLine),
    problems: found.flatMap(({ problems = [] }) => problems),
    unread: [],
  };
}

/** A directive, with its options, and its content as lines of the page. */
interface Directive {
  readonly line: number;
  readonly options: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
  readonly content: readonly TextLine[];
  readonly end: number;
}

function directiveAt(
  document: TableDocument,
  lines: readonly string[],
  at: number,
): Found | undefined {
  const [, kind] = /^\s*\.\. (list|csv)-table::/.exec(lines[at] ?? "") ?? [];
  if (kind === undefined) return undefined;
  const directive = readDirective(lines, at);
  const { end, line } = directive;
  if (kind === "list") return { grid: { line, rows: listRows(directive) }, end };
  const file = directive.options.get("file") ?? directive.options.get("url");
  if (file === undefined) return { ...readCsvTable(document, directive), end };
  const reason = `its rows are in ${quoteBriefly(file.value)}: import that file`;
  return { tables: [unreadTable({ title: "table", line, lastLine: end }, reason)], end };
}

/** Reads what is indented below a directive: options such as `:header-rows: 1`, and content. */
function readDirective(lines: readonly string[], at: number): Directive {
  const end = endOfBlock(lines, at);
  const options = new Map<string, { value: string; line: number }>();
  let last: { value: string } | undefined;
  let next = at + 1;
  for (; next < end; next++) {
    const text = lines[next] ?? "";
    const [, name, value = ""] = /^\s+:([\w-]+):(?:\s+(.*))?$/.exec(text) ?? [];
    if (text.trim() === "" || (name === undefined && last === undefined)) break;
    if (name === undefined && last !== undefined) last.value += ` ${text.trim()}`;
    if (name === undefined) continue;
    const option = { value, line: next + 1 };
    options.set(name, option);
    last = option;
  }
  while (next < end && lines[next]?.trim() === "") next += 1;
  const content = lines.slice(next, end).map((text, index) => ({ number: next + index + 1, text }));
  return { line: at + 1, options, content, end };
}

/** The index behind the last line that is indented more than one. */
function endOfBlock(lines: readonly string[], at: number): number {
  const indentOf = (line: string) => line.length - line.trimStart().length;
  const indent = indentOf(lines[at] ?? "");
  let end = at + 1;
  for (let next = end; next < lines.length; next++) {
    const line = lines[next] ?? "";
    if (line.trim() === "") continue;
    if (indentOf(line) <= indent) break;
    end = next + 1;
  }
  return end;
}

/** The rows of a list whose items are lists of cells. */
function listRows({ content, options }: Directive): readonly GridRow[] {
  const [, rowMark = "", cellMark = ""] =
    /^(\s*[*+-]\s+)([*+-](?:\s+|$))/.exec(content[0]?.text ?? "") ?? [];
  const [rowIndent, cellIndent] = [rowMark.length - rowMark.trimStart().length, rowMark.length];
  const rows: Cell[][] = [];
  for (const { number: line, text } of content) {
    const indent = text.length - text.trimStart().length;
    const isRow = cellMark !== "" && indent === rowIndent && /^\s*[*+-]\s+[*+-]/.test(text);
    const isCell = isRow || (indent === cellIndent && /^\s*[*+-](?:\s|$)/.test(text));
    if (isRow) rows.push([]);
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (isCell) row?.push({ text: text.slice(cellIndent + 1).trim(), line, lastLine: line });
    else if (last !== undefined && text.trim() !== "")
      row?.splice(-1, 1, continueCell(last, text.trim(), line));
  }
  return markHeadings(
    rows.map((cells) => ({ cells })),
    options,
  );
}

/** Marks the rows that a directive says are headings. */
function markHeadings(rows: readonly GridRow[], options: Directive["options"]): readonly GridRow[] {
  const count = Number(options.get("header-rows")?.value ?? 0);
  return count > 0 ? rows.map((row, index) => ({ ...row, isHeading: index < count })) : rows;
}

function readCsvTable(
  document: TableDocument,
  { line, options, content }: Directive,
): Pick<Found, "grid" | "problems"> {
  const written = options.get("delim")?.value ?? "";
  const delimiter = written === "tab" ? "\t" : written === "space" ? " " : written || ",";
  const read = (first: number, text: string) =>
    csvRows(partOf(document, text, first), delimiter, first);
  const head = options.get("header");
  const heading = head === undefined ? { rows: [], problems: [] } : read(head.line, head.value);
  const text = content.map((each) => each.text.trim()).join("\n");
  const body = read(content[0]?.number ?? line, text);
  const rows = markHeadings(body.rows, options);
  return {
    grid: {
      line,
      rows: [
        ...heading.rows.map((row) => ({ ...row, isHeading: true })),
        ...(heading.rows.length > 0 ? rows.map((row) => ({ isHeading: false, ...row })) : rows),
      ],
    },
    problems: [...heading.problems, ...body.problems],
  };
}

/** Matches the rule at the top of a table: `+---+---+`, or `=== ===`. */
const RULE = /^\s*(?:(\+)(?:[-=]+\+)+|=+(?:[ \t]+=+)+)\s*$/;

/** A table that has rules between its rows, or above and below them. */
function ruledAt(lines: readonly string[], at: number): Found | undefined {
  const [rule, plus] = RULE.exec(lines[at] ?? "") ?? [];
  if (rule === undefined) return undefined;
  const end = plus === undefined ? endOfRules(lines, at) : endOfBars(lines, at);
  const texts = lines
    .slice(at, end)
    .map((text, index) => ({ number: at + 1 + index, text: text.trimEnd() }))
    .filter(({ text }) => text !== "" && !/^[\s+=|-]+$/.test(text));
  const split = plus === undefined ? splitLines(texts) : joinGridLines(splitLines(texts));
  const rows = split.filter(({ length }) => length > 1).map((cells) => ({ cells }));
  return rows.length < 2 ? { end } : { grid: { line: at + 1, rows }, end };
}

/** The index behind the third rule, or behind the second if no line follows it directly. */
function endOfRules(lines: readonly string[], at: number): number {
  let rules = 0;
  for (let index = at; index < lines.length; index++) {
    if (RULE.test(lines[index] ?? "")) rules += 1;
    else continue;
    const isLast = rules > 1 && (lines[index + 1] ?? "").trim() === "";
    if (isLast || rules > 2) return index + 1;
  }
  return at + 1;
}

function endOfBars(lines: readonly string[], at: number): number {
  let end = at + 1;
  while (/^\s*[+|]/.test(lines[end] ?? "")) end += 1;
  return end;
}
