import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";

/** An API's responses, as its documents show them, and how they are to be read. */
export interface Api {
  readonly api: string;
  /** The place where its documents describe them. */
  readonly document: string;
  /** The part of a manifest about them. */
  readonly wire: object;
  /** Some of its errors, by name. */
  readonly errors: Readonly<Record<string, { readonly code: string; readonly message: string }>>;
  readonly responses: readonly {
    readonly status: number;
    readonly body: unknown;
    /** An error's name, an unlisted code, `success`, or what each item of a batch is. */
    readonly is: unknown;
    readonly text?: string;
    readonly params?: object;
    /** The codes of all errors of a list. */
    readonly codes?: readonly string[];
  }[];
}

/** Writes the catalog of an API; `packages` are those that it generates beside the usual three. */
export function writeCatalog(
  folder: string,
  id: string,
  { wire, errors }: Api,
  packages: object = {},
): void {
  const manifest = {
    id: `${id}-errors`,
    title: `${id} errors`,
    description: `Errors of ${id}.`,
    wire,
    categories: { any: { status: 400, description: "Any error." } },
    errorClass: "OtherApiError",
    runtime: true,
    packages: {
      types: { folder: "../out/types" },
      validator: { folder: "../out/validator" },
      messages: { folder: "../out/messages" },
      ...packages,
    },
    sourceLocale: "en",
  };
  const entries = Object.entries(errors).map(([name, { code, message }], index) => {
    const names = [...message.matchAll(/\{(\w+)\}/g)].map(([, param = ""]) => param);
    const params = names.map((param) => [param, { meaning: "A value", example: "A7" }]);
    return {
      ...{ name, code, httpStatus: null, message, description: "", documented: false },
      ...(names.length > 0 && { params: Object.fromEntries(params) }),
      ...{ category: "any", fault: "client", outcome: "rejected", retry: "never" },
      sources: [{ document: "errors.txt", line: index + 1 }],
    };
  });
  const evidence = Object.values(errors).map(({ code, message }) => {
    return `${code}: ${message.replaceAll(/\{\w+\}/g, "%s")}\n`;
  });
  const files = {
    "catalog.yaml": stringify(manifest),
    "catalog/errors.yaml": stringify({ entries }),
    "evidence/errors.txt": evidence.join(""),
    "locales/en.json": "{}\n",
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}
