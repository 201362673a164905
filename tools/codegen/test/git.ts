import { execFileSync } from "node:child_process";

/** Runs Git in a folder, and returns what it prints. Throws if it fails. */
export function git({ root }: { readonly root: string }, ...args: string[]): string {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@acme.example"];
  return execFileSync("git", [...identity, ...args], {
    cwd: root,
    encoding: "utf8",
    stdio: "pipe",
  });
}
