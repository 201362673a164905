/** A part of a text, and what replaces it. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Returns a text with its edits made. They must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (edited, edit) => edited.slice(0, edit.start) + edit.text + edited.slice(edit.end),
      text,
    );
}

/** A file, and what it becomes. */
export interface EditedFile {
  /** Relative to the catalog's folder, with forward slashes. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}
