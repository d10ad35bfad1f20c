import type { Instruction } from "../dockerfile/instruction.ts";
import type { InstallRequest } from "./install.ts";
import { findLaterRemoval } from "./installed-init.ts";

/** The instruction after which a package stays installed: the given one, or a later RUN that would remove it again. */
export function placeAfterRemoval(place: Instruction, request: InstallRequest): Instruction {
	const { init, stage, dockerfile } = request;
	const later = stage.stage.instructions.filter(({ start }) => start >= place.lineEnd);
	const context = { distro: stage.end.distro, source: dockerfile.source, variables: stage.variables };
	return findLaterRemoval(later, context, init.name) ?? place;
}
