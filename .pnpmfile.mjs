/** What pnpm asks of this workspace: https://pnpm.io/pnpmfile */
export const hooks = { beforePacking };

/**
 * The manifest that is published: without what only this repository needs. A hosted run names the repository that it
 * publishes from, which provenance is checked against.
 */
function beforePacking({ devDependencies, scripts, ...manifest }) {
  const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server } = process.env;
  if (repository === undefined || server === undefined) return manifest;
  return { ...manifest, repository: { type: "git", url: `git+${server}/${repository}.git` } };
}
