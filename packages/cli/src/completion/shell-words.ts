/** Quotes a text for bash and zsh. */
export function quoteWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Prints words with blanks between them, as one quoted word. */
export function printWords(words: readonly string[]): string {
  return quoteWord(words.join(" "));
}

/** Returns the name of a program's function in a shell. */
export function functionName(program: string): string {
  return `_${program.replaceAll(/\W/g, "_")}`;
}
