import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The test files that take minutes, since they run commands one after another. */
const LONGEST = ["flow.test.ts", "contributing.test.ts"];

/** Starts the longest test files first, so that no worker is left alone with one at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification) =>
      LONGEST.some((name) => moduleId.endsWith(`/${name}`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}
