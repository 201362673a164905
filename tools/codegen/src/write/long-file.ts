import type { OutputFile } from "./output-file.js";

/**
 * Returns a file whose text is made piece by piece, anew each time it is read: the files of a large
 * catalog would not all fit in memory. No character may be divided between two pieces.
 */
export function longFile(path: string, pieces: () => Iterable<string>): OutputFile {
  return {
    path,
    pieces,
    get text() {
      return [...pieces()].join("");
    },
  };
}

/** Returns a file at another path. */
export function withPath(path: string, file: OutputFile): OutputFile {
  return file.pieces === undefined ? { path, text: file.text } : longFile(path, file.pieces);
}

/** Returns a file that consists of others. */
export function joinFiles(path: string, files: readonly OutputFile[]): OutputFile {
  if (files.every(({ pieces }) => pieces === undefined))
    return { path, text: files.map(({ text }) => text).join("") };
  return longFile(path, function* () {
    for (const file of files) yield* piecesOf(file);
  });
}

/** Returns the pieces of a file; a short one is a single piece. */
function piecesOf(file: OutputFile): Iterable<string> {
  return file.pieces?.() ?? [file.text];
}

/** Returns what a file begins with. */
export function headOf(file: OutputFile): string {
  const [head = ""] = piecesOf(file);
  return head;
}

/** Up to this many characters, a text is made once and kept. */
const SHORT = 1_000_000;

/** Returns a file with its text in memory, if that is short. */
export function keepIfShort(file: OutputFile): OutputFile {
  if (file.pieces === undefined) return file;
  let text = "";
  for (const piece of file.pieces()) {
    text += piece;
    if (text.length > SHORT) return file;
  }
  return { path: file.path, text };
}
