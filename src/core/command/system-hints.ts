import type { AnalysedStage } from "../analysis/analyse.ts";
import { readArgumentForm } from "../dockerfile/exec-form.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { shellTextOf } from "./run-text.ts";

/**
 * What in a stage's own instructions suggests that the container runs a system init or a supervision tree; undefined
 * if nothing does.
 * @param source the Dockerfile's text, for heredocs
 */
export function findSystemHint({ stage, bases }: AnalysedStage, source: string): string | undefined {
	for (const base of bases)
		if (base.kind === "image" && base.facts.mustBePid1 !== undefined) return `its base ${base.text}`;
	for (const instruction of stage.instructions) {
		const hint = hintOf(instruction, source);
		if (hint !== undefined) return `${hint} (line ${instruction.line})`;
	}
	return undefined;
}

/** The stop signal of systemd, when it is that of an image. */
export function findSystemSignal({ end }: AnalysedStage): string | undefined {
	return /^(?:SIG)?RTMIN\+3$|^37$/i.test(end.stopSignal ?? "") ? `STOPSIGNAL ${end.stopSignal}` : undefined;
}

const SERVICE_FOLDER =
	/\/etc\/(?:s6-overlay|services\.d|cont-init\.d|s6-rc\.d|sv|service)(?:\/|\s|"|$)|\/systemd\/system(?:\/|\s|"|$)/;
/** Commands of a RUN that set up services for a system init. */
const SERVICE_COMMAND =
	/\bsystemctl\s+(?:-\S+\s+)*(?:enable|mask|preset|preset-all|set-default|add-wants)\b|\bs6-overlay\b|\brc-update\s+(?:-\S+\s+)*add\b/;
/** The variable by which systemd knows that it is in a container. */
const SYSTEMD_VARIABLE = /(?:^|\s)container(?:=|\s+)["']?(?:docker|podman|lxc)\b/;

function hintOf(instruction: Instruction, source: string): string | undefined {
	const { text } = instruction.argument;
	switch (instruction.keyword) {
		case "RUN":
			return hintOfRun(instruction, source);
		case "ENV":
			return SYSTEMD_VARIABLE.exec(text)?.[0].trim();
		case "VOLUME":
			return text.includes("/sys/fs/cgroup") ? "VOLUME /sys/fs/cgroup" : undefined;
		case "ADD":
		case "COPY":
			return /\bs6-overlay\b/.exec(text)?.[0] ?? SERVICE_FOLDER.exec(text)?.[0].replace(/[\s"]$/, "");
		default:
			return undefined;
	}
}

function hintOfRun(run: Instruction, source: string): string | undefined {
	const form = readArgumentForm(run.argument.text);
	const text = typeof form === "object" ? form.argv.join(" ") : shellTextOf(run, source);
	return SERVICE_COMMAND.exec(text)?.[0] ?? findUnit(text);
}

/** A unit of systemd that a RUN puts in its place or enables; one that it deletes says nothing. */
function findUnit(text: string): string | undefined {
	for (const { 0: folder, index } of text.matchAll(/\/systemd\/system\//g)) {
		const before = text.slice(Math.max(0, index - 200), index).replace(/^.*[;&|\n]/s, "");
		const after = text.slice(index, index + 200);
		if (/^\S*\.wants\b/.test(after) || /\b(?:cp|mv|ln|install|tee)\s|>\s*\S*$/.test(before)) return folder;
	}
	return undefined;
}
