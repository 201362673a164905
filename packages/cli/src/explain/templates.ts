import type { MessageBundle } from "../generated/messages.js";

/** A text of an entry: what stands before, between and after its params. */
export interface Template {
  readonly name: string;
  /** Whether it says what happened, and not what to do. */
  readonly isMessage: boolean;
  readonly literals: readonly string[];
}

/** The templates of bundles that were read: many questions may be asked of one. */
const templatesByBundle = new WeakMap<MessageBundle, readonly Template[]>();

/** Returns the texts of a bundle. */
export function templatesOf(bundle: MessageBundle): readonly Template[] {
  const templates = templatesByBundle.get(bundle) ?? readTemplates(bundle);
  templatesByBundle.set(bundle, templates);
  return templates;
}

function readTemplates({ texts }: MessageBundle): readonly Template[] {
  return Object.entries(texts).flatMap(([name, own]) =>
    (own as readonly unknown[])
      .map((text, index) => ({
        name,
        // The message without its params comes after the title and the description.
        isMessage: index === 0 || index === 3,
        literals: typeof text === "string" ? normalize(text).split(/\{\w+\}/) : [],
      }))
      .filter(({ literals }) => saysSomething(literals)),
  );
}

/** Whether a template is more than its params and a word or two. */
function saysSomething(literals: readonly string[]): boolean {
  return literals.length === 1 || lengthOf(literals.join("")) >= 6;
}

/** A character of Chinese, Japanese or Korean says as much as two letters. */
export function lengthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}

/** Case, blanks at the ends and a final stop do not count. */
export function normalize(text: string): string {
  return text
    .trim()
    .replace(/[.。]$/, "")
    .toLowerCase();
}
