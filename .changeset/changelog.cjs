/**
 * Writes the text of a changeset to the changelogs without commit hashes, and without lists of
 * siblings, since all packages have one version.
 */
module.exports = {
  getReleaseLine: async ({ summary }) => `- ${summary.trim().replaceAll("\n", "\n  ")}`,
  getDependencyReleaseLine: async () => "",
};
