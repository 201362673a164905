import type { TestProject } from "vitest/node";
import { installFetched } from "./fetched.js";
import { publishReleases, type Releases } from "./releases.js";
import { startRegistry } from "./verdaccio.js";

declare module "vitest" {
  export interface ProvidedContext {
    readonly releases: Releases;
    readonly npmrc: string;
    readonly registry: string;
  }
}

/** Prepares the tools and a local registry with the releases, before the first test. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  installFetched();
  const registry = await startRegistry();
  try {
    const { remove, ...releases } = publishReleases(registry);
    provide("releases", releases);
    provide("npmrc", registry.npmrc);
    provide("registry", registry.url);
    return () => {
      remove();
      registry.stop();
    };
  } catch (error) {
    registry.stop();
    throw error;
  }
}
