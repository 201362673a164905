/** What pnpm asks of this workspace: https://pnpm.io/pnpmfile */
import { relative } from "node:path";

export const hooks = { beforePacking };

/**
 * The manifest that is published: without what only this repository needs. A hosted run names the repository that it
 * publishes from, which provenance is checked against, and links in READMEs are followed in.
 */
function beforePacking({ devDependencies, scripts, ...manifest }, folder) {
  const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server } = process.env;
  if (repository === undefined || server === undefined) return manifest;
  const directory = relative(import.meta.dirname, folder).replaceAll("\\", "/");
  const url = `git+${server}/${repository}.git`;
  return { ...manifest, repository: { type: "git", url, directory } };
}
