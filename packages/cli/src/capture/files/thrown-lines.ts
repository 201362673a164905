import type { Answer } from "../answer.js";

/** An exception of Java, .NET or JavaScript, as it is printed below the line of a log about it. */
const THROWN = /^(?:(?:[\w$]+\.)+[A-Z]|[A-Z][\w$]*(?:Exception|Error): )/;
/** The cause of an exception, in Java, .NET and Node. */
const CAUSE = /^(?:\s*Caused by: |\s+---> |\s+\[cause\]: )/;
/** Python prints the cause of an exception before the exception itself. */
const LINK = /^(?:The above exception was|During handling of the above exception)/;

/** More answers than an exception has; a log of an attacker could have any number. */
const MOST = 20;

/**
 * Tells which lines of a log print the exception that the line before them is about: it may be
 * printed again and again, in the line itself, as the exception, and as its cause.
 */
export class ThrownLines {
  #head: string | undefined;
  #last: "head" | "frames" | "thrown" | "link" = "thrown";
  #isThrown = false;
  readonly #seen: Answer["result"][] = [];

  /** Takes the next line, which is not blank. */
  next(line: string): void {
    this.#isThrown = this.#continues(line);
    if (this.#isThrown) this.#last = "thrown";
    else if (/^\s/.test(line)) this.#last = this.#last === "head" ? "thrown" : this.#last;
    else if (LINK.test(line) && this.#last === "thrown") this.#last = "link";
    else if (line.startsWith("Traceback (most ")) {
      if (this.#last !== "head" && this.#last !== "link") this.#begin(undefined);
      this.#last = "frames";
    } else this.#begin(line);
  }

  /** Forgets all lines. */
  end(): void {
    this.#begin(undefined);
    this.#last = "thrown";
  }

  /** The line of the log about the exception that the last line prints; undefined elsewhere. */
  get head(): string | undefined {
    return this.#isThrown ? this.#head : undefined;
  }

  /** Whether the last line prints an answer that was already found, and no other. */
  isRepeated({ result }: Answer): boolean {
    if (result.kind === "success") return false;
    const isSeen = this.#isThrown && this.#seen.some((each) => isEqual(each, result));
    if (this.#seen.length < MOST) this.#seen.push(result);
    return isSeen;
  }

  #begin(head: string | undefined): void {
    this.#head = head;
    this.#last = "head";
    this.#seen.length = 0;
  }

  #continues(line: string): boolean {
    if (CAUSE.test(line)) return true;
    if (/^\s/.test(line)) return false;
    if (this.#last === "frames") return true;
    // Exceptions on lines one after the other are several.
    return this.#last === "head" && THROWN.test(line) && !THROWN.test(this.#head ?? "");
  }
}

function isEqual(one: Answer["result"], two: Answer["result"]): boolean {
  return JSON.stringify(one) === JSON.stringify(two);
}
