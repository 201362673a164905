/** Longer than what anybody logs of an answer. */
const LONGEST = 100_000;

const TOKENS =
  /\\[\s\S]|(?:\b[A-Z][a-z]{1,20}\()?'([^'\\]*(?:\\[\s\S][^'\\]*)*)'\)?|"([^"\\]*(?:\\[\s\S][^"\\]*)*)"|\b(?:None|True|False)\b/g;

const WORDS: Readonly<Record<string, string>> = { None: "null", True: "true", False: "false" };

/**
 * Returns what Python prints of a dictionary or a list (`{'code': '-1007', 'msg': None}`) as JSON;
 * undefined where the text is too long. The time is linear in the length of the text.
 */
export function pythonToJson(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  return text.replace(TOKENS, (token: string, single?: string, double?: string) => {
    const content = single ?? double;
    return content === undefined ? (WORDS[token] ?? token) : `"${toJsonText(content)}"`;
  });
}

function toJsonText(content: string): string {
  return content.replace(
    /\\(?:x([\da-f]{2})|([\s\S]))|"/gi,
    (found: string, hex?: string, char?: string) => {
      if (hex !== undefined) return `\\u00${hex}`;
      if (char === undefined) return '\\"';
      return char === "'" ? char : found;
    },
  );
}
