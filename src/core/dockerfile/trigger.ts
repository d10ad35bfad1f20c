import type { Instruction } from "./instruction.ts";
import { splitInstruction } from "./scan.ts";

/** The instruction that an ONBUILD keeps for later; offsets are those of the file. */
export function triggerOf(onbuild: Instruction, escape: string): Instruction {
	const { written, flags, argument } = splitInstruction(onbuild.argument, escape);
	return {
		...onbuild,
		keyword: written.toUpperCase(),
		written,
		start: onbuild.argument.offsetAt(0),
		flags,
		argument,
		isTrigger: true,
	};
}
