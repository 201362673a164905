import { type AST, RegExpParser } from "@eslint-community/regexpp";

/**
 * Returns why a regular expression cannot say which part of a string is the code; undefined where
 * it can. It must be a pattern that matches in linear time: at each character there is only one way
 * to go on, so that nothing is tried twice.
 */
export function findPatternFault(source: string): string | undefined {
  let pattern: AST.Pattern;
  try {
    pattern = new RegExpParser({ ecmaVersion: 2022 }).parsePattern(source, 0, source.length, {
      unicode: true,
    });
  } catch (error) {
    return `it is not a regular expression: ${(error as Error).message.split(": ").at(-1)}`;
  }
  if (source.length > 200) return "it is longer than 200 characters";
  const walk = new Walk();
  try {
    const [only, ...others] = pattern.alternatives;
    const steps = others.length === 0 && only ? withoutEnds(only.elements) : undefined;
    const { first } = steps ? walk.sequence(steps) : walk.choice(pattern.alternatives);
    checkDistinct(first);
  } catch (fault) {
    if (fault instanceof PatternFault) return fault.message;
    throw fault;
  }
  return walk.groups === 1
    ? undefined
    : `it needs one group that is the code, and has ${walk.groups}`;
}

class PatternFault extends Error {}

/** The part of a pattern between `^` and `$`. */
function withoutEnds(elements: readonly AST.Element[]): readonly AST.Element[] {
  const isEnd = (element: AST.Element | undefined, kind: string) =>
    element?.type === "Assertion" && element.kind === kind;
  return elements.slice(
    isEnd(elements[0], "start") ? 1 : 0,
    isEnd(elements.at(-1), "end") ? -1 : undefined,
  );
}

/** A place in a pattern that takes one character. */
type Place = AST.Character | AST.CharacterSet | AST.CharacterClass;

/** The places where a part of a pattern may begin and end, and whether it may be empty. */
interface Part {
  readonly first: readonly Place[];
  readonly last: readonly Place[];
  readonly isEmpty: boolean;
}

const EMPTY: Part = { first: [], last: [], isEmpty: true };

/**
 * Finds which places may follow which, by Glushkov's construction. If two that follow one place can
 * take the same character, or one follows it for two reasons, there are two ways to go on. So there
 * are if a part can be empty in two ways.
 */
class Walk {
  groups = 0;
  readonly #next = new Map<Place, Place[]>();

  choice(alternatives: readonly AST.Alternative[]): Part {
    const parts = alternatives.map(({ elements }) => this.sequence(elements));
    if (parts.filter(({ isEmpty }) => isEmpty).length > 1)
      throw new PatternFault("it can be slow: more than one of its alternatives can be empty");
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      isEmpty: parts.some(({ isEmpty }) => isEmpty),
    };
  }

  sequence(elements: readonly AST.Element[]): Part {
    return elements.reduce<Part>((before, element) => {
      const part = this.#element(element);
      this.#follow(before.last, part.first);
      return {
        first: before.isEmpty ? [...before.first, ...part.first] : before.first,
        last: part.isEmpty ? [...before.last, ...part.last] : part.last,
        isEmpty: before.isEmpty && part.isEmpty,
      };
    }, EMPTY);
  }

  #element(element: AST.Element): Part {
    switch (element.type) {
      case "Character":
      case "CharacterSet":
      case "CharacterClass":
        if (element.raw.includes("\\p") || element.raw.includes("\\P"))
          throw new PatternFault("it names characters by \\p: list them");
        return { first: [element], last: [element], isEmpty: false };
      case "Group":
        return this.choice(element.alternatives);
      case "CapturingGroup":
        this.groups++;
        return this.choice(element.alternatives);
      case "Quantifier":
        return this.#repetition(element);
      default:
        throw new PatternFault(
          `${element.raw} is not allowed: only characters, classes, groups and repetitions are, with ^ first and $ last`,
        );
    }
  }

  #repetition({ element, min, max, raw }: AST.Quantifier): Part {
    const part = this.#element(element);
    // Each of the repetitions that are required may be the empty one: (?:a?){24}b takes 40 s.
    if (part.isEmpty && min > 0 && max > 1)
      throw new PatternFault(`it can be slow: ${raw} repeats what can be empty`);
    if (max > 1) this.#follow(part.last, part.first);
    return min === 0 ? { ...part, isEmpty: true } : part;
  }

  #follow(last: readonly Place[], first: readonly Place[]): void {
    for (const place of last) {
      const next = [...(this.#next.get(place) ?? []), ...first];
      this.#next.set(place, next);
      checkDistinct(next);
    }
  }
}

/** Checks that a character has one place to go to. */
function checkDistinct(places: readonly Place[]): void {
  for (const [index, one] of places.entries()) {
    const other = places.slice(index + 1).find((each) => each === one || overlaps(one, each));
    if (other === undefined) continue;
    const both = one === other ? `${one.raw} twice` : `${one.raw} and ${other.raw}`;
    throw new PatternFault(
      `it can be slow: after the same text, ${both} can take the same character`,
    );
  }
}

/** The characters on which classes differ, if these name none but ranges below them. */
const SAMPLE = [
  ...Array.from({ length: 0x250 }, (_, code) => String.fromCodePoint(code)),
  ..."\u2028\u2029\u3000\ufeff\u4ea4\u{1f600}",
];

function overlaps(one: Place, other: Place): boolean {
  const [first, second] = [one, other].map(({ raw }) => new RegExp(`^${raw}$`, "u"));
  const named = [one, other].flatMap((place) => endsOf(place));
  return [...SAMPLE, ...named].some((text) => first?.test(text) && second?.test(text));
}

/** The characters that a place names. */
function endsOf(place: Place): readonly string[] {
  if (place.type === "Character") return [String.fromCodePoint(place.value)];
  if (place.type === "CharacterSet") return [];
  return place.elements.flatMap((element) => {
    if (element.type === "Character") return [String.fromCodePoint(element.value)];
    if (element.type !== "CharacterClassRange") return [];
    return [element.min.value, element.max.value].map((code) => String.fromCodePoint(code));
  });
}
