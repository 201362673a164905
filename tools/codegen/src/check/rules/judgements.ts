import { type Alias, type Entry, isErrorEntry, type Variant } from "../../catalog/catalog.js";
import { entriesNamed, successorOf } from "../../catalog/successor.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import type { Rule } from "../rule.js";

/** Outcome and retry fit each other, a cautious retry says why, and a retirement leads to an entry that exists. */
export const rule: Rule = {
  name: "judgements",
  check({ entries, complete }, report, places) {
    const names = new Set(entries.map(({ name }) => name));
    for (const [index, entry] of entries.entries()) {
      const { retired } = entry;
      if (
        complete &&
        retired?.replacedBy !== undefined &&
        (!names.has(retired.replacedBy) || retired.replacedBy === entry.name)
      ) {
        const others = [...names].filter((name) => name !== entry.name);
        const hint = didYouMean(retired.replacedBy, others);
        report(
          places.entryAt(index, ["retired", "replacedBy"]),
          `${retired.replacedBy} is no other entry of the catalog`,
          { ...(hint !== undefined && { hint }) },
        );
      }
      checkSuccessor(entry, entries, (message) =>
        report(places.entryAt(index, ["retired", "replacedBy"]), message),
      );
      if (!isErrorEntry(entry)) continue;
      const { outcome, retry, notes } = entry;
      const place = () => places.entryAt(index, ["retry"]);
      if (outcome === "unknown" && retry !== "after-reconcile") {
        report(
          place(),
          `an unknown outcome calls for after-reconcile, not ${retry}: a repeat may do the work twice`,
        );
      }
      if (outcome === "applied" && !["never", "after-reconcile"].includes(retry)) {
        report(
          place(),
          `an applied outcome calls for never or after-reconcile, not ${retry}: the work is done`,
        );
      }
      if (outcome === "rejected" && retry === "after-reconcile" && notes === undefined) {
        report(place(), "rejected with after-reconcile leaves a doubt: notes must say which");
      }
    }
  },
};

/** Who was renamed hands over all that it understood, to one that is there in the end. */
function checkSuccessor(
  entry: Entry,
  entries: readonly Entry[],
  report: (message: string) => void,
): void {
  const find = (name: string | undefined) =>
    name === undefined ? undefined : entriesNamed(entries, name)[0];
  const successor = find(successorOf(entry, entries));
  if (successor === undefined) return;
  const heirs = new Set<Entry>();
  let heir: Entry | undefined = successor;
  for (; heir !== undefined && !heirs.has(heir); heir = find(successorOf(heir, entries)))
    heirs.add(heir);
  if (heir !== undefined) report(`${entry.name} is replaced in a circle`);
  for (const { message } of entry.variants.filter((one) => !hasVariant(successor, one)))
    report(`${successor.name} lacks the variant ${JSON.stringify(message)} of ${entry.name}`);
  for (const { code } of entry.aliases.filter((one) => !hasAlias(successor, one)))
    report(`${successor.name} lacks the alias ${JSON.stringify(code)} of ${entry.name}`);
}

const hasVariant = ({ variants }: Entry, { message }: Variant) =>
  variants.some((variant) => variant.message === message);

const hasAlias = ({ aliases }: Entry, { code }: Alias) =>
  aliases.some((alias) => alias.code === code);
