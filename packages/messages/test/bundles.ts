import { locales, type MessageBundle } from "@hashkey-errors/messages";
import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };

type Entry = (typeof catalog.entries)[number] & {
  readonly retired?: { readonly replacedBy?: string };
};

/** The errors, without those that were renamed: their responses have the new name. */
export const errors: readonly Entry[] = (catalog.entries as Entry[]).filter(
  ({ kind, retired }) => kind === "error" && retired?.replacedBy === undefined,
);

/** The bundle of each locale. */
export const bundles: Readonly<Record<string, MessageBundle>> = Object.fromEntries(
  await Promise.all(
    locales.map(async (tag) => {
      const module = (await import(`@hashkey-errors/messages/${tag}`)) as {
        messages: MessageBundle;
      };
      return [tag, module.messages] as const;
    }),
  ),
);

export const { en, "zh-Hans": zhHans } = bundles as Record<"en" | "zh-Hans", MessageBundle>;
