import { cpus } from "node:os";
import { pipeline, words } from "./formatting.js";
import { hostile } from "./hostile.js";
import { writeSections } from "./results.js";
import { size } from "./size.js";
import { speed } from "./speed.js";
import { start } from "./start.js";

const sections = [
  ["Validate and identify one parsed body", speed()],
  ["Put one error into words", words()],
  ["Whole pipeline: response text -> localized sentence", pipeline()],
  ["Hostile texts", hostile()],
  ["Size", await size()],
  ["Start and memory", await start()],
] as const;

const head = `# Benchmarks

Written by \`pnpm bench\` and \`pnpm bench:scale\` on Node ${process.version}, ${cpus()[0]?.model.trim()}. Ours and peers' run in turns in one process for each section and size of the catalog, on the same bodies: 80 % known, 10 % unknown, 10 % malformed. Ratios carry over to other machines; times do not.`;

writeSections(sections, head);
for (const [title, text] of sections) console.log(`## ${title}\n\n${text}`);
