/**
 * Joins the lines of a long text, piece by piece; each line ends in a line break. A million short
 * strings that live until the end cost more than all that is done with them.
 */
export function* joinLines(lines: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  let size = 0;
  for (const line of lines) {
    piece.push(line);
    size += line.length;
    if (size < PIECE) continue;
    yield endLines(piece);
    piece = [];
    size = 0;
  }
  if (piece.length > 0) yield endLines(piece);
}

/** The length of a piece, in characters. */
const PIECE = 60_000;

function endLines(lines: string[]): string {
  lines.push("");
  return lines.join("\n");
}
