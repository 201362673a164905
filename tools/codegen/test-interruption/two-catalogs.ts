import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { copyAcme, type Workspace } from "../test/acme.js";
import { codegenProcess as codegen, generatedFiles } from "../test/run.js";

/** The generated files by their path from the workspace's root, and what is left of files on their way. */
export type Texts = Readonly<Record<string, string>>;

/** One of the two states that the catalog is toggled between, so that a run has many files to replace. */
type State = "a" | "b";

/** A catalog that has two states, and the files that each of them gives. */
export interface TwoCatalogs extends Workspace {
  readonly wanted: Readonly<Record<State, Texts>>;
  /** Brings the catalog, and not yet what it gives, into a state. */
  toggle(state: State): void;
}

const LOCALES = ["da", "es", "fr", "it", "nl"];

/** The same for every workspace. */
let wanted: TwoCatalogs["wanted"] | undefined;

/** Makes a workspace whose generated files are those of state `a`. */
export function copyTwoCatalogs(): TwoCatalogs {
  const acme = copyAcme();
  const manifest = acme.read("catalog.yaml");
  const payments = acme.read("catalog/payments.yaml");
  const german = acme.read("locales/de.json");
  const portuguese = acme.read("locales/pt-BR.json");
  const toggle = (state: State) => {
    const is = (text: string) => (state === "a" ? text : `${text} (${state})`);
    acme.write("catalog.yaml", manifest.replace("title: Acme", `title: ${is("Acme")}`));
    // Long enough that writing takes a while: one that is cut short is then seen.
    const meaning = is("Why the bank refused. ".repeat(2_000));
    acme.write("catalog/payments.yaml", payments.replace("Why the bank refused", meaning));
    acme.write("locales/de.json", german.replaceAll("Karte", is("Karte")));
    for (const tag of ["pt-BR", ...LOCALES])
      acme.write(`locales/${tag}.json`, portuguese.replaceAll("cartão", is("cartão")));
  };
  if (wanted === undefined) {
    const generated = (state: State) => {
      toggle(state);
      expect(codegen(acme, "generate")).toMatchObject({ status: 0 });
      return textsOf(acme);
    };
    wanted = { b: generated("b"), a: generated("a") };
  } else {
    toggle("a");
    for (const [file, text] of Object.entries(wanted.a)) {
      mkdirSync(join(acme.root, file, ".."), { recursive: true });
      writeFileSync(join(acme.root, file), text);
    }
  }
  return { ...acme, toggle, wanted };
}

/** What stands in the generated folders. */
export function textsOf(acme: Workspace): Texts {
  return Object.fromEntries(
    Object.entries(generatedFiles(acme)).map(([file, { text }]) => [file, text]),
  );
}

export const partsOf = (texts: Texts): string[] =>
  Object.keys(texts).filter((file) => file.endsWith(".part"));
