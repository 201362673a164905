import { Argument, type Command } from "commander";
import { api } from "../generated/api.js";
import { type Exit, examples } from "./command.js";

/** Adds `completion`. */
export function addCompletion(program: Command, exit: Exit): void {
  const { command } = api;
  program
    .command("completion")
    .summary("print the script that completes words in a shell")
    .description(
      "Prints the script with which a shell completes commands, options, and the names and codes of errors.",
    )
    .addArgument(new Argument("<shell>", "the shell").choices(["bash", "zsh", "fish"]))
    .addHelpText(
      "after",
      examples(
        [
          [`echo 'source <(${command} completion bash)' >> ~/.bashrc`, "bash"],
          [`echo 'source <(${command} completion zsh)' >> ~/.zshrc`, "zsh, after compinit"],
          [`${command} completion fish > ~/.config/fish/completions/${command}.fish`, "fish"],
        ],
        "Exit codes: 0 success; 2 wrong usage.",
      ),
    )
    .action(async (shell: string) => {
      const { completion } = await import("../completion/completion.js");
      completion(program, shell);
      exit(0);
    });
}
