/** Characters that take two columns: Chinese, Japanese, Korean and full-width forms. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Returns how many columns a text takes in a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? 2 : 1;
  return width;
}

/** Fills a text up with blanks, or cuts it, so that it takes so many columns. */
export function fit(text: string, columns: number): string {
  const width = widthOf(text);
  if (width <= columns) return text + " ".repeat(columns - width);
  let short = "";
  let used = 0;
  for (const char of text) {
    used += widthOf(char);
    if (used > columns - 1) break;
    short += char;
  }
  return `${short}…${" ".repeat(Math.max(0, columns - widthOf(short) - 1))}`;
}

/**
 * Where a line may break: after a blank, and after a Chinese or Japanese character, but not before
 * what may not begin a line there, such as a full stop, nor after an opening bracket.
 */
const BREAK =
  /(?<=\s)|(?<=[\u3000-\u9fff\uff00-\uffef])(?<!\p{Ps})(?![\p{Po}\p{Pe}\p{Lm}ぁぃぅぇぉっゃゅょァィゥェォッャュョ])/u;

/** Breaks a text into lines of at most so many columns. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(BREAK)) {
    if (line !== "" && widthOf(line + word.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}

/** Returns how many columns the terminal has; 100 where nothing says, or where they are too few. */
export function terminalWidth(): number {
  const columns = process.stdout.columns || Number(process.env.COLUMNS);
  return columns >= 40 ? columns : 100;
}
