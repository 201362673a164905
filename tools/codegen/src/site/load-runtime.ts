import { compileFunction } from "node:vm";
import type { Catalog } from "../catalog/catalog.js";
import { bundleModules } from "./bundle-modules.js";

/** A failure of a request, as the catalog's validator returns it. */
export interface Failure {
  readonly name: string;
  readonly outcome: string;
  readonly retry: string;
}

/** A failure in words, as the catalog's `localize` says it. */
export interface Localized {
  readonly title: string;
  readonly message: string;
  readonly outcome: string;
  readonly description: string;
  readonly locale: string;
  readonly messageLocale: string;
}

/** The texts of a locale, as its package exports them. */
export interface Bundle {
  readonly locale: string;
  readonly outcomes?: Readonly<Record<string, string>>;
  /** By the name of a failure: the message, the title, the description, and rarer texts. */
  readonly texts: Readonly<Record<string, readonly unknown[]>>;
}

/** The action that `nextStep` returns. */
export type Action = "done" | "wait" | "reconcile" | "fix" | "give-up";

/** What became of a request. */
export type Outcome = "rejected" | "unknown" | "applied";

/** The functions of a catalog's packages, as their users call them. */
export interface Runtime {
  readonly bundles: Readonly<Record<string, Bundle>>;
  /** The errors in the order of the validator's table, which is that of the scripts' texts. */
  readonly entries: readonly { readonly name: string }[];
  localize(failure: Failure, bundles: readonly Bundle[]): Localized;
  errorBody(name: string, params: object, options?: { readonly form: "string" | "number" }): object;
  nextStep(failure: Failure, context: { readonly method: string }): { readonly action: Action };
  delayOf(failure: Failure): number;
}

/** Runs the code that codegen emits for a catalog: what a page says is what users get. */
export async function loadRuntime(
  modules: ReadonlyMap<string, string>,
  { locales }: Pick<Catalog, "locales">,
): Promise<Runtime> {
  const tags = locales.map(({ tag }) => JSON.stringify(tag));
  const entry = [
    'export { localize } from "#messages/localize.js";',
    'export { errorBody } from "#validator/body.js";',
    'export { nextStep } from "#validator/next-step.js";',
    'export { delayOf } from "#validator/delay-of.js";',
    'export { entries } from "#cli/generated/entries.js";',
    ...locales.map(
      ({ tag }, at) =>
        `import { messages as b${at} } from "#messages/generated/bundles/${tag}.js";`,
    ),
    `export const bundles = { ${tags.map((tag, at) => `${tag}: b${at}`).join(", ")} };`,
  ].join("\n");
  const code = await bundleModules(modules, entry, { output: { format: "cjs" } });
  const runtime = {};
  // Not a file that is imported: codegen would leave it behind.
  compileFunction(code, ["exports"], { filename: "catalog-runtime.js" })(runtime);
  return runtime as Runtime;
}
