/**
 * What a changeset says, as it stands in the changelogs: no commit hashes, and no lists of siblings, since all
 * packages have one version.
 */
module.exports = {
  getReleaseLine: async ({ summary }) => `- ${summary.trim().replaceAll("\n", "\n  ")}`,
  getDependencyReleaseLine: async () => "",
};
