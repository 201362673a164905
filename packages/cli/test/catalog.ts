import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };

type Entry = (typeof catalog.entries)[number];

/** The errors of the catalog. */
export const errors: readonly Entry[] = catalog.entries.filter(({ kind }) => kind === "error");

/** The message of an entry with the example of each param, as the wire sends it. */
export function exampleMessage({ message, params }: Entry): string {
  const examples: Readonly<Record<string, { readonly example: string }>> = params;
  return message.replaceAll(/['"]?\{(\w+)\}['"]?/g, (_, name: string) => {
    return examples[name]?.example ?? name;
  });
}
