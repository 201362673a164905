import {
  hasStrayBraces,
  MAX_QUOTED,
  namesAmong,
  quotedPlaceholders,
  splitTemplate,
  unquote,
} from "./template.js";

/** A fault of a message or a variant. */
interface TextFault {
  readonly message: string;
  readonly hint?: string;
}

/** Finds the reasons why the validator could not read a text as the catalog has it. */
export function* findTextFaults(text: string): Generator<TextFault> {
  if (hasStrayBraces(text)) {
    yield {
      message: "a brace is not part of a placeholder",
      hint: "a placeholder is a camelCase name in braces, such as {field}",
    };
  }
  const format = /%(?:\d+\$)?[sdif](?![a-z])|\$\{/.exec(text)?.[0];
  if (format !== undefined) {
    yield {
      message: `"${format}" is not a placeholder`,
      hint: "write a name in braces, such as {field}, and describe it in params",
    };
  }
  const names = namesAmong(splitTemplate(text));
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  if (repeated !== undefined) {
    yield {
      message: `the placeholder {${repeated}} is used twice`,
      hint: "give each value a name of its own",
    };
  }
  // Quotation marks may be absent, and the validator reads the text between them.
  if (unquote(text).literals.slice(1, -1).includes("")) {
    yield {
      message:
        "two placeholders touch: without text between them, their values cannot be separated",
    };
  }
  const quoted = quotedPlaceholders(text);
  if (quoted > MAX_QUOTED) {
    yield {
      message: `${quoted} placeholders are in quotation marks: at most ${MAX_QUOTED} may be`,
    };
  }
}
