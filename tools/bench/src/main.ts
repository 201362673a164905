import { cpus, loadavg } from "node:os";
import { measureFormatting, measurePipeline } from "./formatting.js";
import { measureHostileTexts } from "./hostile.js";
import { writeSections } from "./results.js";
import { measureSize } from "./size.js";
import { measureSpeed } from "./speed.js";
import { measureStart } from "./start.js";

const [load = 0] = loadavg();
const sections = [
  ["Validate and identify one parsed body", measureSpeed()],
  ["Localize one error", measureFormatting()],
  ["Whole pipeline: response text -> localized sentence", measurePipeline()],
  ["Hostile texts", measureHostileTexts()],
  ["Size", await measureSize()],
  ["Start and memory", await measureStart()],
] as const;

const head = `# Benchmarks

Written by \`pnpm bench\` and \`pnpm bench:scale\` on Node ${process.version}, ${cpus()[0]?.model.trim()}. Ours and the peers run in turns in one process for each section and size of the catalog, on the same bodies: 80 % known, 10 % unknown, 10 % malformed. Ratios carry over to other machines; times do not. When \`pnpm bench\` started, the load of the machine was ${load.toFixed(1)} on ${cpus().length} processors: the busier it is, the less the times mean.`;

writeSections(sections, head);
for (const [title, text] of sections) console.log(`## ${title}\n\n${text}`);
