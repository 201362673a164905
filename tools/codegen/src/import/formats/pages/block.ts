/** A part of a page's prose. */
export interface Block {
  readonly kind: "heading" | "item" | "text" | "term" | "definition" | "code";
  /** The level of a heading, from 1. */
  readonly level?: number;
  /** The text in one line, as a reader sees it; of code, as it is written. */
  readonly text: string;
  /** Whether the text begins with words in bold or in a typewriter face. */
  readonly isMarked?: boolean;
  /** The language of code, if the page says it. */
  readonly language?: string;
  /** Counted from 1. Of code, the line before its first. */
  readonly line: number;
  readonly lastLine: number;
}
