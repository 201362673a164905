import type { CompletedCommand, CompletedProgram, Values, Word } from "./describe-program.js";
import { functionName } from "./shell-words.js";

/** Prints the script that completes words in fish. */
export function printFish(program: CompletedProgram): string {
  const { name, options, commands, errors } = program;
  const own = `_${functionName(name)}`;
  const complete = (...parts: readonly string[]) => ["complete -c", name, ...parts].join(" ");
  return `# Completes the words of ${name} in fish.

function ${own}_errors
${errors.map((error) => `    echo ${quote(`${error.word}\t${error.meaning}`)}`).join("\n")}
end

${complete("-f")}
${[...commands, ...options].map((word) => complete("-n __fish_use_subcommand", printWord(word))).join("\n")}
${commands.flatMap((command) => printCommand(command, own, complete)).join("\n")}
`;
}

function printWord({ word, meaning }: Word): string {
  const flag = word.startsWith("--") ? `-l ${quote(word.slice(2))}` : `-a ${quote(word)}`;
  return `${flag} -d ${quote(meaning)}`;
}

function printCommand(
  { word, options, values }: CompletedCommand,
  own: string,
  complete: (...parts: readonly string[]) => string,
): readonly string[] {
  const when = `-n ${quote(`__fish_seen_subcommand_from ${word}`)}`;
  const words = printValues(values, own);
  return [
    ...options.map((option) => {
      if (option.values === undefined) return complete(when, printWord(option));
      const taken = option.values === "files" ? "-r" : "-x";
      return complete(when, printWord(option), taken, printValues(option.values, own)).trimEnd();
    }),
    ...(words === "" ? [] : [complete(when, "-k", words)]),
  ];
}

function printValues(values: Values, own: string): string {
  if (values === "files") return "-F";
  if (values === "errors") return `-a '(${own}_errors)'`;
  return values.length === 0 ? "" : `-a ${quote(values.join(" "))}`;
}

function quote(text: string): string {
  return `'${text.replaceAll(/[\\']/g, "\\$&")}'`;
}
