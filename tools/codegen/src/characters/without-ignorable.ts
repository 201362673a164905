/** Returns a text without the characters that show nothing and take no space. */
export function withoutIgnorable(text: string): string {
  return text.replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "");
}
