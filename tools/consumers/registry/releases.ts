import { addNewEntry } from "../large/new-entry.js";
import { type ScratchRepository, scratchRepository, succeed } from "../large/scratch-repository.js";
import { runReleaseWorkflow } from "./release-workflow.js";
import type { Registry } from "./verdaccio.js";

/** The releases in the registry, and the repository that they were released from. */
export interface Releases {
  /** The repository, at the commit of the second release. */
  readonly folder: string;
  readonly first: string;
  /** One minor version later: a new entry, and an entry with a more cautious value. */
  readonly second: string;
  /** A snapshot of a branch, under the tag `snapshot`. */
  readonly snapshot: string;
}

/**
 * Makes two releases and a snapshot, as docs/release.md describes, and publishes each to the
 * registry.
 */
export function publishReleases(registry: Registry): Releases & { remove(): void } {
  const scratch = scratchRepository();
  try {
    return { ...publishAll(scratch, registry), remove: scratch.remove };
  } catch (error) {
    scratch.remove();
    throw error;
  }
}

function publishAll(scratch: ScratchRepository, registry: Registry): Releases {
  const { folder, commit } = scratch;
  const version = () => JSON.parse(scratch.read("packages/validator/package.json")).version;
  const pnpm = (...args: string[]) => succeed(scratch.pnpm(...args));
  const push = (expected: string) => {
    const kind = runReleaseWorkflow(scratch, registry, "auto");
    if (kind !== expected) throw new Error(`a push led to ${kind} instead of ${expected}`);
  };

  pnpm("install", "--frozen-lockfile", "--prefer-offline");
  push("bump");
  commit();
  push("release");
  push("nothing");
  const first = version();

  editCatalog(scratch);
  pnpm("generate");
  translate(scratch);
  pnpm("generate");
  pnpm("codegen", "diff", "--changeset");
  commit();

  // The branch is tried before it is released.
  runReleaseWorkflow(scratch, registry, "snapshot");
  const snapshot = version();
  scratch.git("checkout", "--quiet", ".");
  scratch.git("clean", "--quiet", "--force", "-d");

  push("bump");
  commit();
  push("release");
  return { folder, first, second: version(), snapshot };
}

/** An entry in the first release. */
const ORDER_TYPE_UNSUPPORTED = `name: ORDER_TYPE_UNSUPPORTED
    code: "0206"
    httpStatus: 400
    message: Unsupported order type
    description: Invalid order type being sent to the server
    category: order
    fault: client
    outcome: rejected
    retry: after-fix`;

function editCatalog(scratch: ScratchRepository): void {
  addNewEntry(scratch);
  const cautious = ORDER_TYPE_UNSUPPORTED.replace("after-fix", "after-reconcile");
  const notes = "notes: More cautious than the text, for a test.";
  const [before, after] = [ORDER_TYPE_UNSUPPORTED, `${cautious}\n    ${notes}`];
  scratch.edit("schemas/catalog/order.yaml", before, after);
}

/**
 * Adds the new entry's texts through an export and an import of each locale; a release needs them.
 */
function translate(scratch: ScratchRepository): void {
  const meta = JSON.parse(scratch.read("packages/messages/src/generated/formats/meta.json"));
  const { sourceLocale, locales } = meta as { sourceLocale: string; locales: object };
  const others = Object.keys(locales).filter((tag) => tag !== sourceLocale);
  for (const tag of [sourceLocale, ...others]) {
    succeed(scratch.pnpm("codegen", "locale", "export", tag, "--format", "json"));
    const file = `hashkey-errors.${tag}.json`;
    const exported = JSON.parse(scratch.read(file));
    const [message, description, reconcile] = NEW_TEXTS[tag] ?? [`{account} (${tag})`, `(${tag})`];
    const { SUB_ACCOUNT_NOT_ACTIVE: added, ORDER_TYPE_UNSUPPORTED: cautious } = exported.texts;
    const title = `SUB (${tag})`;
    Object.assign(added, { target: { title, message, description }, status: "machine" });
    // Its text has to follow the more cautious judgment.
    cautious.target.description += reconcile ?? "";
    cautious.status = "machine";
    scratch.write(file, JSON.stringify(exported, undefined, 2));
    succeed(scratch.pnpm("codegen", "locale", "import", file));
  }
}

const NEW_TEXTS: Readonly<
  Record<string, readonly [message: string, description: string, reconcile: string]>
> = {
  en: [
    "The sub account {account} is not active.",
    "Activate it, then try again.",
    " Check your open orders before sending it again.",
  ],
  "zh-Hans": ["子账户 {account} 未启用。", "请启用后重试。", "请先查看当前挂单，再决定是否重试。"],
  "zh-Hant-HK": [
    "子賬戶 {account} 未啟用。",
    "請啟用後再試。",
    "請先查看未完成訂單，再決定是否再試。",
  ],
  ja: [
    "サブアカウント{account}は有効ではありません。",
    "有効にしてから再度お試しください。",
    "再送信する前に、未約定の注文をご確認ください。",
  ],
  ko: [
    "활성 상태가 아닌 서브 계정: {account}",
    "활성화한 후 다시 시도해 주세요.",
    " 다시 보내기 전에 미체결 주문을 확인해 주세요.",
  ],
};
