#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { main } from "../dist/cli.js";

// Most code of a command runs a few times only, and V8 would spend a third of the processor's time
// on optimizing it: a function is optimized after it has run twice as long as by default.
setFlagsFromString("--interrupt-budget=300000");

process.exitCode = await main(process.argv.slice(2));
