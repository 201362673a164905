import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { copyAcme, type Workspace } from "../test/acme.js";
import { codegen, generatedFiles } from "../test/run.js";

/** The text of each generated file and part file, by its path in the workspace. */
export type Texts = Readonly<Record<string, string>>;

/** A state of the catalog. A run after a change of state has many files to replace. */
type State = "a" | "b";

/** A catalog with two states, and the generated files of each. */
export interface TwoCatalogs extends Workspace {
  readonly wanted: Readonly<Record<State, Texts>>;
  /** Brings the catalog into a state, without generating its files. */
  toggle(state: State): void;
}

const LOCALES = ["da", "es", "fr", "it", "nl"];

/** The generated files are the same in every workspace. */
let wanted: TwoCatalogs["wanted"] | undefined;

/** Creates a workspace with the generated files of state `a`. */
export async function copyTwoCatalogs(): Promise<TwoCatalogs> {
  const acme = copyAcme();
  const manifest = acme.read("catalog.yaml");
  const payments = acme.read("catalog/payments.yaml");
  const german = acme.read("locales/de.json");
  const portuguese = acme.read("locales/pt-BR.json");
  const toggle = (state: State) => {
    const is = (text: string) => (state === "a" ? text : `${text} (${state})`);
    acme.write("catalog.yaml", manifest.replace("title: Acme", `title: ${is("Acme")}`));
    // Long enough that writing takes a while, so that a truncated file is noticed.
    const meaning = is("Why the bank refused. ".repeat(2_000));
    acme.write("catalog/payments.yaml", payments.replace("Why the bank refused", meaning));
    acme.write("locales/de.json", german.replaceAll("Karte", is("Karte")));
    for (const tag of ["pt-BR", ...LOCALES])
      acme.write(`locales/${tag}.json`, portuguese.replaceAll("cartão", is("cartão")));
  };
  if (wanted === undefined) {
    const generated = async (state: State) => {
      toggle(state);
      expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
      return textsOf(acme);
    };
    wanted = { b: await generated("b"), a: await generated("a") };
  } else {
    toggle("a");
    for (const [file, text] of Object.entries(wanted.a)) {
      mkdirSync(join(acme.root, file, ".."), { recursive: true });
      writeFileSync(join(acme.root, file), text);
    }
  }
  return { ...acme, toggle, wanted };
}

/** The files in the generated folders. */
export function textsOf(acme: Workspace): Texts {
  return Object.fromEntries(
    Object.entries(generatedFiles(acme)).map(([file, { text }]) => [file, text]),
  );
}

export const partsOf = (texts: Texts): string[] =>
  Object.keys(texts).filter((file) => file.endsWith(".part"));
