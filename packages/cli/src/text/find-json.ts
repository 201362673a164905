/** More fragments than a line of a log has; a line made of brackets alone is an attack. */
const MAX_ATTEMPTS = 20;

/** A part of a text between matching brackets, and the parts in it. */
interface Fragment {
  readonly from: number;
  to: number;
  readonly inner: Fragment[];
}

/**
 * Returns the JSON objects and arrays that stand in a text, such as a line of a log, from left to
 * right. JSON that is itself quoted (`"{\"code\":...}"`) counts too. The time is linear in the
 * length of the text.
 */
export function findJson(text: string): readonly object[] {
  const found: object[] = [];
  const pending = [...findFragments(text)].reverse();
  for (let attempts = 0; pending.length > 0 && attempts < MAX_ATTEMPTS; attempts++) {
    const { from, to, inner } = pending.pop() as Fragment;
    const value = parseFragment(text.slice(from, to));
    if (value !== undefined) found.push(value);
    else pending.push(...inner.slice(0, MAX_ATTEMPTS).reverse());
  }
  return found;
}

/** Finds what stands between matching brackets, in one pass. */
function findFragments(text: string): readonly Fragment[] {
  const roots: Fragment[] = [];
  const open: Fragment[] = [];
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    if (char === BACKSLASH) index++;
    else if (open.length > 0 && char === QUOTE) isInString = !isInString;
    else if (isInString) continue;
    else if (char === BRACE || char === BRACKET) open.push({ from: index, to: 0, inner: [] });
    else if (char === BRACE + 2 || char === BRACKET + 2) close(text, index, open, roots);
  }
  // What stands in brackets that never close counts on its own.
  return [...roots, ...open.flatMap(({ inner }) => inner)];
}

const [QUOTE, BACKSLASH, BRACKET, BRACE] = [34, 92, 91, 123];

function close(text: string, index: number, open: Fragment[], roots: Fragment[]): void {
  const fragment = open.pop();
  if (fragment === undefined) return;
  // The closing brackets of ASCII follow two after the opening ones.
  if (text.charCodeAt(fragment.from) + 2 !== text.charCodeAt(index)) {
    (open.at(-1)?.inner ?? roots).push(...fragment.inner);
    return;
  }
  fragment.to = index + 1;
  (open.at(-1)?.inner ?? roots).push(fragment);
}

function parseFragment(text: string): object | undefined {
  const value = parseJson(text) ?? (text.includes('\\"') ? parseJson(unquote(text)) : undefined);
  return typeof value === "object" && value !== null ? value : undefined;
}

function unquote(text: string): string {
  const value = parseJson(`"${text}"`);
  return typeof value === "string" ? value : "";
}

/** Parses JSON; undefined where it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
