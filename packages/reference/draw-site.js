// Draws the error reference into `dist`. A hosted run knows where reports go, and SITE_URL says
// where the site is published.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const here = import.meta.dirname;
const { SITE_URL, GITHUB_REPOSITORY, GITHUB_SERVER_URL } = process.env;

const options = ["--catalog", join(here, "../../schemas"), "--out", join(here, "dist")];
if (SITE_URL) options.push("--base-url", SITE_URL);
if (GITHUB_REPOSITORY && GITHUB_SERVER_URL) {
  const issues = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/issues/new`;
  options.push("--report-url", `${issues}?title={title}&body={body}`);
}

const codegen = join(here, "node_modules/@hashkey-errors/codegen/bin/codegen.js");
const { status } = spawnSync(process.execPath, [codegen, "site", ...options], { stdio: "inherit" });
process.exit(status ?? 1);
