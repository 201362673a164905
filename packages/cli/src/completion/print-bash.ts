import type { CompletedCommand, CompletedProgram, Values, Word } from "./describe-program.js";
import { functionName, printWords } from "./shell-words.js";

/** Prints the script that completes words in bash, from version 3.2 on. */
export function printBash(program: CompletedProgram): string {
  const { name, options, commands, errors } = program;
  const own = functionName(name);
  const values = commands.flatMap(printOptionValues);
  return `# Completes the words of ${name} in bash.

${own}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command= words= options= files= i
  # In --locale=ja, bash takes the sign for a word of its own.
  case $cur,$prev in
    =,*) cur= ;;
    *,=) prev=\${COMP_WORDS[COMP_CWORD - 2]} ;;
  esac
  local errors=${printWords(errors.map(({ word }) => word))}
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      -*) ;;
      *) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case $command,$prev in
${values.map((line) => `    ${line}`).join("\n")}
    *)
      case $command in
        '') ${printAssignments(wordsOf(commands), options)} ;;
${commands.map((each) => `        ${each.word}) ${printAssignments(each.values, each.options)} ;;`).join("\n")}
      esac ;;
  esac
  case $cur in -*) words="$words $options" ;; esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  # Names are found in small letters too.
  if [ \${#COMPREPLY[@]} -eq 0 ] && [ -n "$cur" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$(printf %s "$cur" | tr '[:lower:]-' '[:upper:]_')"))
  fi
  if [ -n "$files" ] && [ \${#COMPREPLY[@]} -eq 0 ]; then
    local IFS=$'\\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}

complete -F ${own} ${name}
`;
}

/** Prints what comes after each option that takes a value. */
function printOptionValues({ word, options }: CompletedCommand): readonly string[] {
  return options.flatMap((option) =>
    option.values === undefined ? [] : [`${word},${option.word}) ${printValues(option.values)} ;;`],
  );
}

function printAssignments(values: Values, options: readonly Word[]): string {
  return `${printValues(values)} options=${printWords(wordsOf(options))}`;
}

function printValues(values: Values): string {
  if (values === "files") return "files=1";
  return values === "errors" ? "words=$errors" : `words=${printWords(values)}`;
}

function wordsOf(words: readonly Word[]): readonly string[] {
  return words.map(({ word }) => word);
}
