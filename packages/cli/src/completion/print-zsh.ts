import type { CompletedCommand, CompletedProgram, Values, Word } from "./describe-program.js";
import { functionName, quoteWord } from "./shell-words.js";

/** Prints the script that completes words in zsh: to be sourced, or as a file of `fpath`. */
export function printZsh(program: CompletedProgram): string {
  const { name, options, commands, errors } = program;
  const own = functionName(name);
  return `#compdef ${name}
# Completes the words of ${name} in zsh.

${own}_errors() {
  local -a errors=(
${printList(errors)}
  )
  _describe -t errors error errors -M 'm:{a-z-}={A-Z_}'
}

${own}() {
  local command word last=\${words[CURRENT-1]}
  local -a list
  if [[ \${words[CURRENT]} = --*=* ]]; then
    last=\${words[CURRENT]%%=*}
    compset -P '*='
  fi
  for word in \${words[2,CURRENT-1]}; do
    case $word in
      -*) ;;
      *) command=$word; break ;;
    esac
  done
  case $command,$last in
${commands.flatMap((command) => printOptionValues(command, own)).join("\n")}
  esac
  case $command in
    '')
      list=(
${printList(commands)}
      )
      _describe -t commands command list
      list=(
${printList(options)}
      )
      _describe -o -t options option list ;;
${commands.map((command) => printCommand(command, own)).join("\n")}
  esac
}

if [ "$funcstack[1]" = ${own} ]; then
  ${own} "$@"
else
  compdef ${own} ${name}
fi
`;
}

/** Prints a list of words with their meanings. A colon ends the word. */
function printList(words: readonly Word[]): string {
  const lines = words.map(({ word, meaning }) => {
    return quoteWord(`${word.replaceAll(":", "\\:")}:${meaning}`);
  });
  return lines.map((line) => `    ${line}`).join("\n");
}

function printOptionValues({ word, options }: CompletedCommand, own: string): readonly string[] {
  return options.flatMap((option) =>
    option.values === undefined
      ? []
      : [`    ${word},${option.word}) ${printValues(option.values, own)}; return ;;`],
  );
}

function printCommand({ word, options, values }: CompletedCommand, own: string): string {
  return `    ${word})
      list=(
${printList(options)}
      )
      _describe -o -t options option list
      ${printValues(values, own)} ;;`;
}

function printValues(values: Values, own: string): string {
  if (values === "files") return "_files";
  if (values === "errors") return `${own}_errors`;
  return values.length === 0 ? "true" : `compadd -- ${values.map(quoteWord).join(" ")}`;
}
