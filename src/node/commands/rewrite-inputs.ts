import type { BuildInput } from "../builder/build-input.ts";
import { linkedBuild } from "../builder/linked-context.ts";
import type { BuildResults } from "../run/build-results.ts";
import type { InputResult } from "./rewrite-input.ts";

/** Rewrites the Dockerfiles of a build, each after the ones that it is based on. */
export function rewriteInputs(
	inputs: readonly BuildInput[],
	rewriteInput: (input: BuildInput, results: BuildResults) => Promise<InputResult>,
): Promise<readonly InputResult[]> {
	const byName = new Map(inputs.map((input) => [input.name, input]));
	const loops = findLoops(byName);
	const begun = new Map<BuildInput, Promise<InputResult>>();
	const resultsOf = async (input: BuildInput): Promise<BuildResults> => {
		const known = linksOf(input).map(async ([context, name]) => {
			const linked = byName.get(name);
			if (linked === undefined) return [context, "pidone does not have its Dockerfile"] as const;
			return [context, loops.has(linked) ? "it is based on itself" : (await rewriteOnce(linked)).end()] as const;
		});
		return Object.fromEntries(await Promise.all(known));
	};
	const rewriteOnce = (input: BuildInput): Promise<InputResult> => {
		const result = begun.get(input) ?? resultsOf(input).then((results) => rewriteInput(input, results));
		begun.set(input, result);
		return result;
	};
	return Promise.all(inputs.map(rewriteOnce));
}

/** The named contexts that are results of other builds, as bake and compose write them. */
function linksOf({ facts }: BuildInput): [context: string, name: string][] {
	return Object.entries(facts.contexts ?? {}).flatMap(([context, value]) => {
		const name = linkedBuild(value);
		return name === undefined ? [] : [[context, name]];
	});
}

/**
 * The inputs that have no order, because they are based on themselves, directly or indirectly. The builder rejects
 * them.
 */
function findLoops(byName: ReadonlyMap<string | undefined, BuildInput>): ReadonlySet<BuildInput> {
	const left = new Set(byName.values());
	const isLeft = (name: string): boolean => {
		const input = byName.get(name);
		return input !== undefined && left.has(input);
	};
	for (let size = -1; size !== left.size; ) {
		size = left.size;
		for (const input of left) if (!linksOf(input).some(([, name]) => isLeft(name))) left.delete(input);
	}
	return left;
}
