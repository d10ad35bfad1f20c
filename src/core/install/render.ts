import { type FrontendFeature, featuresOf } from "../dockerfile/frontend-features.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { scanDockerfile } from "../dockerfile/scan.ts";
import { DockerfileSyntaxError } from "../dockerfile/syntax-error.ts";
import { flatMap } from "../flat-map.ts";
import { memoized } from "../memo.ts";

/** A fragment of a Dockerfile, ready to be put into a file. */
export interface Fragment {
	/** Lines separated by LF, without one at the end. */
	readonly text: string;
	/** The number of instructions. */
	readonly instructions: number;
	/** BuildKit's build arguments that it uses, which must be declared before it. */
	readonly args: readonly string[];
	/** Whether it contains a RUN. */
	readonly needsShell: boolean;
	/** The features of the Dockerfile frontend that it requires. */
	readonly features: readonly FrontendFeature[];
}

/** A template that cannot be used, with its name and what is wrong with it. */
export class TemplateError extends Error {
	override readonly name = "TemplateError";
}

const ALLOWED = new Set(["ADD", "COPY", "RUN"]);
const PLATFORM_ARGS = ["TARGETARCH", "TARGETVARIANT"];

/**
 * Fills a template's `{{names}}`. Throws TemplateError for a name without value and for anything that is not an ADD,
 * COPY or RUN.
 */
export function renderTemplate(
	name: string,
	template: string,
	values: Readonly<Record<string, string | undefined>>,
): Fragment {
	const filled = template.trimEnd().replace(/\{\{\s*([a-z0-9]+)\s*\}\}/gi, (_, key: string) => {
		const value = values[key];
		if (value === undefined) {
			const known = Object.keys(values).filter((each) => values[each] !== undefined);
			throw new TemplateError(`template ${name}: {{${key}}} has no value here; these have one: ${known.join(", ")}`);
		}
		return value;
	});
	const instructions = readInstructions(name, filled);
	return {
		text: filled,
		instructions: instructions.length,
		args: PLATFORM_ARGS.filter((arg) => filled.includes(arg)),
		needsShell: instructions.some(({ keyword }) => keyword === "RUN"),
		features: [...new Set(flatMap(instructions, featuresOf))],
	};
}

/** Cached: the files of a run get the same fragments. */
const scanFragment: typeof scanDockerfile = memoized(scanDockerfile);

function readInstructions(name: string, text: string): readonly Instruction[] {
	try {
		const { instructions } = scanFragment(text);
		const other = instructions.find((instruction) => !ALLOWED.has(instruction.keyword));
		if (other !== undefined)
			throw new TemplateError(
				`template ${name}: it may contain only ADD, COPY and RUN, not ${other.written} (line ${other.line})`,
			);
		return instructions;
	} catch (error) {
		if (error instanceof DockerfileSyntaxError)
			throw new TemplateError(`template ${name}:${error.line}: ${error.message}`, { cause: error });
		throw error;
	}
}
