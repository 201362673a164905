import type { Place } from "../capture/files/read-capture.js";
import type { Finding } from "./report.js";
import { Span } from "./span.js";
import { shapeOf, TextGroup } from "./text-group.js";

/** A capture of an attacker could have a new code in every line. */
const MAX_FINDINGS = 1000;
const MAX_TEXTS = 10;

/** A finding, as it is first seen. */
interface Seen {
  readonly name: string;
  readonly code: string | null;
  readonly status: number | undefined;
  readonly text: string | null;
  readonly candidates: readonly string[];
  readonly time: number | undefined;
  readonly place: Place;
}

interface Counted extends Pick<Finding, "name" | "code" | "status" | "place" | "candidates"> {
  readonly texts: Map<string, TextGroup>;
  readonly span: Span;
  count: number;
}

/** Counts what someone has to look at, with examples. Memory is limited, whatever comes. */
export class Findings {
  readonly #found = new Map<string, Counted>();

  /** Counts one. */
  add(seen: Seen): void {
    const found = this.#foundFor(seen);
    found.count++;
    found.span.add(seen.time);
    if (seen.text !== null) addText(found.texts, seen.text, seen.place);
  }

  #foundFor({ name, code, status, place, candidates }: Seen): Counted {
    // The status of an answer that is not the API's is all that tells it from others.
    const key = `${name} ${code} ${code === null ? status : ""}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const isFull = this.#found.size >= MAX_FINDINGS;
    const others = isFull ? this.#found.get(OTHERS) : undefined;
    if (others !== undefined) return others;
    const made: Counted = {
      name,
      code: isFull ? "(others)" : code,
      status: status ?? null,
      place,
      candidates,
      texts: new Map(),
      span: new Span(),
      count: 0,
    };
    this.#found.set(isFull ? OTHERS : key, made);
    return made;
  }

  /** Returns them, the most frequent first. */
  list(): readonly Finding[] {
    return [...this.#found.values()]
      .sort((one, two) => two.count - one.count)
      .map(({ span, texts, ...found }) => ({
        ...found,
        first: span.first,
        last: span.last,
        texts: [...texts.values()].map((group) => group.toFoundText()),
      }));
  }
}

const OTHERS = "others";

function addText(texts: Map<string, TextGroup>, text: string, place: Place): void {
  const shape = shapeOf(text);
  let group = texts.get(shape);
  if (group === undefined) {
    if (texts.size >= MAX_TEXTS) return;
    group = new TextGroup(text, place);
    texts.set(shape, group);
  }
  group.add(text);
}
