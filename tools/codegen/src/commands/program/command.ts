/** A command. Each file in `commands/` has the name of one and exports it as `command`. */
export interface Command {
  readonly name: string;
  /** One line, in the imperative. */
  readonly summary: string;
  /** Command lines that show its use, without `codegen`. */
  readonly examples?: readonly string[] | undefined;
  readonly arguments: Readonly<Record<string, ArgumentSpec>>;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Runs with the values of its arguments and options, by name. */
  run(values: CommonValues): Promise<ExitCode>;
}

/** Commands that share a first word. */
export interface CommandGroup {
  readonly name: string;
  readonly summary: string;
  /** The folder whose files have the names of the commands and export each as `command`. */
  readonly folder: URL;
}

/** The help of a command, and the module that exports the command. */
export interface DescribedCommand extends Omit<Command, "run"> {
  /** The path from the folder of the commands. */
  readonly module: string;
}

/** The help of commands that share a first word. */
export interface DescribedGroup extends Omit<CommandGroup, "folder"> {
  readonly commands: readonly DescribedCommand[];
}

/** 0 for success, 1 if something was found, 2 for wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** A word after the command's name. */
interface ArgumentSpec {
  readonly summary: string;
  readonly isOptional?: true;
  /** Whether several words are taken; only for the last argument. */
  readonly isRepeated?: true;
}

/** An option: a flag if it has neither a value nor choices. `keepGoing` is `--keep-going`. */
export interface OptionSpec {
  readonly summary: string;
  /** The value as the help shows it, such as `<file>`. */
  readonly value?: `<${string}>`;
  /** Whether its value is a list with commas, which goes on where the option is typed again. */
  readonly isList?: true;
  readonly choices?: readonly string[];
  readonly default?: string;
}

/** The values that every command has. */
export interface CommonValues {
  /** The catalog's folder, as it was typed. */
  readonly catalog: string;
  /** Whether the modules that the manifest names are run. */
  readonly custom: boolean;
}

type ArgumentValue<Spec> = Spec extends { readonly isRepeated: true }
  ? readonly string[]
  : Spec extends { readonly isOptional: true }
    ? string | undefined
    : string;

type OptionValue<Spec> = Spec extends { readonly choices: readonly (infer Choice)[] }
  ? Choice | DefaultOf<Spec>
  : Spec extends { readonly value: string }
    ? string | DefaultOf<Spec>
    : boolean;

/** Without a default, an option that was not typed is undefined. */
type DefaultOf<Spec> = Spec extends { readonly default: string } ? never : undefined;

type Values<Arguments, Options> = CommonValues & {
  readonly [Name in keyof Arguments]: ArgumentValue<Arguments[Name]>;
} & { readonly [Name in keyof Options]: OptionValue<Options[Name]> };

/** Returns a command whose `run` is typed by its arguments and options. */
export function defineCommand<
  const Arguments extends Command["arguments"] = Record<never, never>,
  const Options extends Command["options"] = Record<never, never>,
>(
  command: Pick<Command, "name" | "summary" | "examples"> & {
    readonly arguments?: Arguments;
    readonly options?: Options;
    run(values: Values<Arguments, Options>): Promise<ExitCode>;
  },
): Command {
  return { arguments: {}, options: {}, ...command };
}
