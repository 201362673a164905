/** The hooks that pnpm calls: https://pnpm.io/pnpmfile */
import { relative } from "node:path";

export const hooks = { beforePacking };

/**
 * Returns the published manifest, without scripts and development dependencies. A hosted run adds
 * the repository: npm verifies the provenance against it, and resolves links in READMEs with it.
 */
function beforePacking({ devDependencies, scripts, ...manifest }, folder) {
  const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server } = process.env;
  if (repository === undefined || server === undefined) return manifest;
  const directory = relative(import.meta.dirname, folder).replaceAll("\\", "/");
  const url = `git+${server}/${repository}.git`;
  return { ...manifest, repository: { type: "git", url, directory } };
}
