// Most code of a short process runs a few times only, and Node 20 would spend up to a third of the
// time on optimizing it: with this option it waits eight times as long, as in vitest.shared.ts.
if (process.versions.node.startsWith("20."))
  require("node:v8").setFlagsFromString("--interrupt-budget=1000000");
