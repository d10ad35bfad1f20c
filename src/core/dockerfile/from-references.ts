import { flatMap } from "../flat-map.ts";
import { flagValue, type Instruction } from "./instruction.ts";
import { readMounts } from "./mount.ts";

/** The value of `COPY --from` or `RUN --mount=from`: a stage, an image or a named context. */
export interface SourceReference {
	readonly text: string;
	/** Whether a number refers to a stage. */
	readonly countsStages: boolean;
}

/** The sources of an instruction, besides the build context. */
export function sourcesOf(instruction: Instruction): readonly SourceReference[] {
	const { keyword, flags } = instruction;
	if (flags.length === 0) return [];
	if (keyword === "COPY") {
		const text = flagValue(instruction, "from");
		return text ? [{ text, countsStages: true }] : [];
	}
	if (keyword !== "RUN") return [];
	return flatMap(readMounts(flags), (fields) => {
		const last = fields.findLast((field) => /^from=/i.test(field));
		const text = last?.slice("from=".length);
		return text ? { text, countsStages: false } : [];
	});
}

/** The index of the stage, if a reference is a number; undefined if it is a name. */
export function stageNumber(reference: string): number | undefined {
	return /^\+?\d+$/.test(reference) ? Number(reference) : undefined;
}
