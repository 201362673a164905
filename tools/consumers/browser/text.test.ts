import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "@vue/compiler-dom";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { writeConsumer } from "../test/consumer.js";
import { isSkipped } from "./chromium.js";
import { open } from "./page.js";

const readme = readFileSync(
  new URL("../../../packages/messages/README.md", import.meta.url),
  "utf8",
);

/** Returns the README's first example in a language that contains a text. */
function snippet(language: string, text: string): string {
  const blocks = [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))];
  const found = blocks.map(([, code = ""]) => code).find((code) => code.includes(text));
  if (found === undefined) throw new Error(`the README has no ${language} example with ${text}`);
  return found;
}

/** Pages that render an error whose param is markup that would run a script. */
const pages: Readonly<Record<string, () => string>> = {
  DOM: () => `const element = document.body.appendChild(document.createElement("p"));
${snippet("js", "textContent")}`,
  React: () => `import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
${snippet("jsx", "function Reason")}
flushSync(() => createRoot(document.body).render(<Reason error={error} messages={messages} />));`,
  Vue: () => `import { createApp } from "vue";
${compile(snippet("vue", "{{ reason.message }}"), { mode: "module" }).code}
createApp({ render, setup: () => ({ reason: localize(error, messages) }) }).mount(document.body);`,
};

const PARAM =
  '<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>&amp;';

test.skipIf(isSkipped).each(Object.entries(pages))(
  "%s renders markup in a param as text, with the README's example",
  async (_, page) => {
    const folder = writeConsumer({
      "page.jsx": `import { localize } from "@hashkey-errors/messages";
import { messages } from "@hashkey-errors/messages/zh-HK";
import { identify } from "@hashkey-errors/validator";
const error = identify("-1130", ${JSON.stringify(`Illegal parameter '${PARAM}'`)});
${page()}
const shown = document.querySelector("p");
await new Promise((resolve) => setTimeout(resolve, 50));
console.log(JSON.stringify({ text: shown.textContent, lang: shown.lang, elements: document.querySelectorAll("p *:not(span), img").length, ran: globalThis.ran === true }));
`,
    });
    const { outputFiles } = await build({
      entryPoints: [join(folder, "page.jsx")],
      alias: { vue: "@vue/runtime-dom" },
      bundle: true,
      format: "esm",
      jsx: "automatic",
      define: { "process.env.NODE_ENV": '"production"', __VUE_PROD_DEVTOOLS__: "false" },
      write: false,
      logLevel: "error",
    });
    const logged = await open(outputFiles[0]?.text ?? "");
    const answer = JSON.parse(logged.find((line) => line.startsWith("{")) ?? logged.join("\n"));
    expect(answer).toMatchObject({ lang: "zh-Hant-HK", elements: 0, ran: false });
    expect(answer.text).toContain(PARAM);
  },
);
