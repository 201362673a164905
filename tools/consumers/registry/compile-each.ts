import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fetched } from "./fetched.js";
import type { Project } from "./project.js";

/** A program of one file of a project. */
export interface Program {
  readonly file: string;
  readonly options: object;
}

/**
 * Compiles programs with one compiler, strictly, our declarations included. Returns the errors of
 * each by its name: an empty text if it was compiled without one.
 *
 * One process builds them all. It reads the declarations that they share once.
 */
export function compileEach<Name extends string>(
  project: Project,
  compiler: string,
  programs: Readonly<Record<Name, Program>>,
): Readonly<Record<Name, string>> {
  const names = Object.keys(programs) as Name[];
  const folderOf = (name: Name) => `${compiler}/${name}`;
  for (const name of names) writeProgram(project, folderOf(name), programs[name]);
  const { output } = project.run(process.execPath, [
    fetched(compiler, "bin/tsc"),
    "--build",
    "--pretty",
    "false",
    ...names.map(folderOf),
  ]);
  // An error goes on in the indented lines after its first.
  const errors = output.split(/\n(?=\S)/).filter((error) => error.trim() !== "");
  const programOf = (error: string) => names.find((name) => error.startsWith(`${folderOf(name)}/`));
  return Object.fromEntries(
    names.map((name) => {
      // An error of a declaration concerns every program.
      const own = errors.filter((error) => [name, undefined].includes(programOf(error)));
      const isWritten = existsSync(join(project.folder, folderOf(name), "out"));
      return [name, own.length === 0 && !isWritten ? "not compiled" : own.join("\n")];
    }),
  ) as Record<Name, string>;
}

function writeProgram(project: Project, folder: string, { file, options }: Program): void {
  mkdirSync(join(project.folder, folder), { recursive: true });
  copyFileSync(join(project.folder, file), join(project.folder, folder, file));
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022", "dom"],
    strict: true,
    skipLibCheck: false,
    // The compiler's own declarations are not our concern.
    skipDefaultLibCheck: true,
    outDir: "out",
    types: [],
    resolveJsonModule: true,
    ...options,
  };
  project.write(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, files: [file] }));
}
