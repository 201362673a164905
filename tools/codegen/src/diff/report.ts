import type { Colors } from "picocolors/types.js";
import { showInLine } from "../characters/unseen.js";
import { capitalize } from "../std/capitalize.js";
import { escapeMarkdown } from "../std/escape-markdown.js";
import { markdownCode } from "../std/markdown-code.js";
import type { Bump } from "./bump.js";
import { BUMP_RULES, type ChangeKind } from "./bump-rules.js";
import type { Change } from "./change.js";
import { bumpOf } from "./compare.js";
import { describeChanges, type Style } from "./describe-change.js";

/** Reports changes for programs: the bump that they require together, and each with its own. */
export function reportJson(changes: readonly Change[]): string {
  const report = {
    bump: bumpOf(changes),
    changes: changes.map(({ name, field, before, after, kind }) => ({
      name,
      field,
      before,
      after,
      kind,
      bump: BUMP_RULES[kind].bump,
    })),
  };
  return JSON.stringify(report, undefined, 2);
}

/** Reports changes on a terminal: the most severe first, each kind with who is affected. */
export function reportText(changes: readonly Change[], colors: Colors): string {
  const color = { major: colors.red, minor: colors.yellow, patch: colors.green, none: colors.dim };
  return groupByKind(changes)
    .map(([kind, group]) => {
      const { bump, what, affects } = BUMP_RULES[kind];
      const head = `${color[bump](bump)} ${colors.bold(what)} ${colors.dim(`(${affects})`)}`;
      return [head, ...describeChanges(group).map((line) => `  ${showInLine(line)}`)].join("\n");
    })
    .join("\n\n");
}

/** Reports changes for a review, in Markdown, with the bump that a release of them needs. */
export function reportMarkdown(changes: readonly Change[], bump: Bump): string {
  const sections = groupByKind(changes).map(([kind, group]) => {
    const { bump, what, affects } = BUMP_RULES[kind];
    const list = describeInMarkdown(group);
    return `### ${capitalize(what)} (${bump})\n\n${capitalize(affects)}.\n\n${list}\n`;
  });
  const requirement = bump === "none" ? "no release" : `a **${bump}** release`;
  const head = changes.length === 0 ? "No changes." : `These changes require ${requirement}.`;
  return [`${head}\n`, ...sections].join("\n");
}

/** Kinds that break nothing, and that users of the packages must see all the same. */
const EMPHASIZED: readonly ChangeKind[] = ["judgment-tightened", "code-shared", "value-added"];

/** Reports changes for the users of the packages, as a changelog in Markdown. */
export function reportChangelog(changes: readonly Change[]): string {
  return groupByKind(changes)
    .filter(([kind]) => BUMP_RULES[kind].bump !== "none")
    .map(([kind, group]) => {
      const { bump, what, affects } = BUMP_RULES[kind];
      const isEmphasized = bump === "major" || EMPHASIZED.includes(kind);
      const head = isEmphasized ? `**${capitalize(what)}: ${affects}.**` : `${capitalize(what)}:`;
      return `${head}\n\n${describeInMarkdown(group)}\n`;
    })
    .join("\n");
}

/** The kinds of change that occur, in the order of the table. */
function groupByKind(changes: readonly Change[]): [ChangeKind, readonly Change[]][] {
  return (Object.keys(BUMP_RULES) as ChangeKind[])
    .map((kind): [ChangeKind, Change[]] => [kind, changes.filter((change) => change.kind === kind)])
    .filter(([, group]) => group.length > 0);
}

const MARKDOWN: Style = { quote: markdownCode, show: escapeMarkdown };

function describeInMarkdown(changes: readonly Change[]): string {
  return describeChanges(changes, MARKDOWN)
    .map((line) => `- ${line}`)
    .join("\n");
}
