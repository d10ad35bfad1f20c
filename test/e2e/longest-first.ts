import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files, or folders of files, that take the longest, the slowest first. All others follow. */
const LONGEST = ["builders/other-builders.test", "examples/", "php-fpm/", "builders/", "ci/", "build/docker.test"];

/** Starts the slow files before the others, so that none of them runs alone at the end. */
export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		return files.toSorted(
			(one, other) => rank(one.moduleId) - rank(other.moduleId) || one.moduleId.localeCompare(other.moduleId),
		);
	}
}

function rank(path: string): number {
	const index = LONGEST.findIndex((part) => path.includes(`/test/e2e/${part}`));
	return index === -1 ? LONGEST.length : index;
}
