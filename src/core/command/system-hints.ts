import type { AnalysedStage } from "../analysis/analyse.ts";
import type { Instruction } from "../dockerfile/instruction.ts";

/**
 * What speaks for a container that runs a system's own init or a supervision tree, among a stage's own instructions;
 * undefined when nothing does.
 */
export function findSystemHint({ stage }: AnalysedStage): string | undefined {
	for (const instruction of stage.instructions) {
		const hint = hintOf(instruction);
		if (hint !== undefined) return `${hint} (line ${instruction.line})`;
	}
	return undefined;
}

/** The stop signal of systemd, when it is that of an image. */
export function findSystemSignal({ end }: AnalysedStage): string | undefined {
	return /^(?:SIG)?RTMIN\+3$|^37$/i.test(end.stopSignal ?? "") ? `STOPSIGNAL ${end.stopSignal}` : undefined;
}

const SERVICE_FOLDER = /\/etc\/(?:s6-overlay|services\.d|cont-init\.d|s6-rc\.d|sv|service)(?:\/|\s|"|$)/;

function hintOf({ keyword, argument: { text } }: Instruction): string | undefined {
	switch (keyword) {
		case "RUN":
			return /\bsystemctl\s+(?:-\S+\s+)*(?:enable|mask|preset|preset-all|set-default|add-wants)\b|\bs6-overlay\b/.exec(
				text,
			)?.[0];
		case "VOLUME":
			return text.includes("/sys/fs/cgroup") ? "VOLUME /sys/fs/cgroup" : undefined;
		case "ADD":
		case "COPY":
			return /\bs6-overlay\b/.exec(text)?.[0] ?? SERVICE_FOLDER.exec(text)?.[0].replace(/[\s"]$/, "");
		default:
			return undefined;
	}
}
