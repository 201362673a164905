import { entryNamed } from "../catalog/lookup.js";
import type { MessageBundle } from "../generated/messages.js";
import type { Near } from "./finding.js";

const MOST = 5;

/**
 * Two letters of Chinese, Japanese or Korean. Those of hiragana alone are endings and particles,
 * which are in most Japanese sentences.
 */
const PAIRS = /(?=(?![\u3040-\u309f]{2})([\u3040-\ud7af]{2}))/g;

/**
 * Returns the entries whose title or message is most similar to a question in Chinese, Japanese or
 * Korean, by the pairs of letters that they share: blanks do not divide their words.
 */
export function findNearSaid(asked: string, bundles: readonly MessageBundle[]): readonly Near[] {
  const pairs = [...pairsOf(asked.slice(0, 200))];
  const texts = bundles.flatMap(pairsOfTexts);
  // A pair that is in many texts, such as one of "error", says little.
  const weights = new Map(
    pairs.map((pair) => [pair, 1 / texts.filter(([, own]) => own.has(pair)).length]),
  );
  const scores = new Map<string, number>();
  for (const [name, own] of texts) {
    const shared = pairs.filter((pair) => own.has(pair));
    const weight = shared.reduce((sum, pair) => sum + (weights.get(pair) ?? 0), 0);
    const score = shared.length * 4 < pairs.length ? 0 : weight / Math.sqrt(own.size);
    scores.set(name, Math.max(score || 0, scores.get(name) ?? 0));
  }
  return [...scores]
    .filter(([, score]) => score > 0)
    .sort(([, one], [, two]) => two - one)
    .flatMap(([name]) => entryNamed(name) ?? [])
    .slice(0, MOST)
    .map(({ name, code }) => ({ name, code }));
}

type TextPairs = readonly [name: string, pairs: ReadonlySet<string>];

/** The pairs of each message and title. */
function pairsOfTexts({ texts }: MessageBundle): readonly TextPairs[] {
  const rows = Object.entries(texts as Readonly<Record<string, readonly string[]>>);
  return rows.flatMap(([name, own]) =>
    own.slice(0, 2).map((text): TextPairs => [name, pairsOf(text)]),
  );
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(PAIRS)].map(([, pair = ""]) => pair));
}
