const CODE =
  /^(?:-?\d{1,12}|0x[\da-fA-F_]{1,24}|[A-Z]{1,8}[-_.]?-?\d[\w.-]*|[A-Z][A-Z0-9]*(?:[_.-][A-Z0-9]+)+|[A-Z][A-Z0-9]{3,}|[a-z][a-z0-9]*(?:[_.:-][a-z0-9]+)+|[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+(?:[._-]\w+)*|[A-Za-z]\w*(?:\.[A-Za-z]\w*)+)$/;

/** No code is longer. */
export const MAX_CODE = 100;

/** Whether a text has the form of a code: a number, or a word that no language has. */
export function looksLikeCode(text: string): boolean {
  return text.length <= MAX_CODE && CODE.test(text) && /[\d_.:-]|[a-z][A-Z]|^[A-Z]{4,}$/.test(text);
}
