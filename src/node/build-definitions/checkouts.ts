import { resolve } from "node:path";
import { isInside } from "../files/inside.ts";
import type { ExpressionScope } from "./expressions.ts";
import type { StatedBuild } from "./model/stated-build.ts";
import { textOf, valueIn } from "./model/table.ts";
import type { Value } from "./model/value.ts";

/** The folders to which the steps of a job check out the repository, besides the workspace itself. */
export class Checkouts {
	readonly #root: string;
	readonly #folders: string[] = [];

	constructor(root: string) {
		this.#root = root;
	}

	/** Takes note of a step with actions/checkout whose `path` gets this repository. */
	note(step: Value, scope: ExpressionScope): void {
		if (!/^actions\/checkout@/.test(textOf(valueIn(step, "uses")) ?? "")) return;
		const inputs = valueIn(step, "with");
		const path = textOf(scope.replace(valueIn(inputs, "path")));
		const repository = textOf(valueIn(inputs, "repository")) ?? OWN;
		if (path !== undefined && repository.replace(/\s/g, "") === OWN) this.#folders.push(resolve(this.#root, path));
	}

	/** A build with its paths as they are in the repository. */
	locate(build: StatedBuild): StatedBuild {
		const { dockerfile, context } = build;
		return {
			...build,
			...(dockerfile === undefined ? {} : { dockerfile: this.#locate(dockerfile) }),
			...(context === undefined ? {} : { context: this.#locate(context) }),
		};
	}

	#locate(path: string): string {
		const folder = this.#folders.find((each) => isInside(path, each));
		return folder === undefined ? path : resolve(this.#root, `.${path.slice(folder.length)}`);
	}
}

/** This repository, which is also the default. */
const OWN = `\${{github.repository}}`;
