// A worker at the edge: it answers with what the smoke test prints.
const printed = [];
console.log = (line) => printed.push(line);

export default {
  async fetch() {
    await import("./smoke.js");
    return new Response(printed.join("\n"));
  },
};
