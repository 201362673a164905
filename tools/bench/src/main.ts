import { cpus, loadavg } from "node:os";
import { measureFormatting, measurePipeline } from "./formatting.js";
import { measureHostileTexts } from "./hostile.js";
import { measureKinds } from "./kinds.js";
import { writeSections } from "./results.js";
import { measureSize } from "./size.js";
import { measureSpeed } from "./speed.js";
import { measureStart } from "./start.js";
import { measureSubpaths } from "./subpath-size.js";

/** The sections by the word that runs one of them alone: `pnpm bench size`. */
const SECTIONS: Readonly<
  Record<string, readonly [title: string, measure: () => string | Promise<string>]>
> = {
  speed: ["Validate and identify one parsed body", measureSpeed],
  kinds: ["Each kind of body", measureKinds],
  words: ["Localize one error", measureFormatting],
  pipeline: ["Whole pipeline: response text -> localized sentence", measurePipeline],
  hostile: ["Hostile texts", measureHostileTexts],
  size: ["Size", measureSize],
  subpaths: ["Size of subpaths", measureSubpaths],
  start: ["Start and memory", measureStart],
};

const wanted = process.argv.slice(2);
const [load = 0] = loadavg();
const sections: [title: string, text: string][] = [];
for (const [word, [title, measure]] of Object.entries(SECTIONS)) {
  if (wanted.length === 0 || wanted.includes(word)) {
    sections.push([title, await measure()]);
  }
}

const head = `# Benchmarks

Written by \`pnpm bench\`, \`bench:scale\`, \`bench:scan\` and \`bench:commands\` on Node ${process.version}, ${cpus()[0]?.model.trim()}. Ours and the peers run in turns in one process for each section and size of the catalog, on the same bodies: 80 % known, 10 % unknown, 10 % malformed. Times are of the processor, collecting garbage included. Ratios carry over to other machines; times do not. A section that was measured alone (\`pnpm bench kinds\`) is from another hour than the others, and the same machine may be slower then. When \`pnpm bench\` started, the load of the machine was ${load.toFixed(1)} on ${cpus().length} processors: the busier it is, the less the times mean.`;

// One section alone says nothing about the machine of the others.
writeSections(sections, wanted.length === 0 ? head : undefined);
for (const [title, text] of sections) console.log(`## ${title}\n\n${text}`);
