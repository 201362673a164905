import type { Entry, Source } from "./entry.js";

/** The lines of a document that an entry cites. */
export interface QuotedSource {
  /** The name of the document, behind the package that an imported entry is from. */
  readonly document: string;
  readonly line: number;
  /** The last of several lines. */
  readonly lastLine?: number;
  /** Empty for an imported entry: its evidence stays with its owner. */
  readonly text: string;
}

/** Quotes the lines that an entry cites. */
export function quoteSource(
  { from }: Pick<Entry, "from">,
  { document, line, lastLine }: Source,
  evidence: Readonly<Record<string, readonly string[]>>,
): QuotedSource {
  const place = { line, ...(lastLine !== undefined && { lastLine }) };
  if (from !== undefined) return { document: `${from}: ${document}`, ...place, text: "" };
  const lines = (evidence[document] ?? []).slice(line - 1, lastLine ?? line);
  return { document, ...place, text: lines.join("\n").trim() };
}
