import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** The functions that change a disk, by what they cannot do on a full one. */
const CHANGING = {
  writeFileSync: true,
  writeSync: true,
  openSync: true,
  mkdirSync: true,
  linkSync: true,
  mkdtempSync: true,
  renameSync: false,
  rmSync: false,
  chmodSync: false,
} as const;

type Changing = keyof typeof CHANGING;

/** A way in which a disk fails. */
export interface DiskFault {
  readonly code: "ENOSPC" | "EROFS" | "EIO";
  /** The number of changes that succeed before. */
  readonly after: number;
}

/**
 * Runs an action on a disk that fails at a change of a file below a folder. A full disk takes
 * nothing more from then on, not the second half of a file, but files can be removed; a read-only
 * one is not changed at all; and a broken one fails once. Returns how many changes failed.
 */
export async function onFailingDisk<Result>(
  folder: string,
  { code, after }: DiskFault,
  action: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly failed: number }> {
  const own = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = Object.keys(CHANGING).map((name) => [name as Changing, own[name]] as const);
  let changes = 0;
  let failed = 0;
  for (const [name, original] of originals)
    own[name] = (...args) => {
      const isChange = concerns(folder, name, args) && (code !== "ENOSPC" || CHANGING[name]);
      if (isChange) changes += 1;
      if (!isChange || changes <= after || (code === "EIO" && failed > 0))
        return original?.(...args);
      failed += 1;
      if (name === "writeFileSync" && code === "ENOSPC") {
        const [file, text, options] = args as [string, string, object];
        original?.(file, text.slice(0, text.length / 2), options);
      }
      throw Object.assign(new Error(`${code}: failing disk, ${name}`), {
        code,
        errno: -1,
        syscall: name,
      });
    };
  syncBuiltinESMExports();
  try {
    const result = await action();
    return { result, failed };
  } finally {
    for (const [name, original] of originals) own[name] = original as never;
    syncBuiltinESMExports();
  }
}

/** Whether a call changes something below the folder. */
function concerns(folder: string, name: Changing, [path, flags]: readonly unknown[]): boolean {
  if (name === "openSync" && !/[wa]/.test(String(flags))) return false;
  return typeof path === "number" || String(path).startsWith(folder);
}
