// Flags `--init` in a Dockerfile say which stages get an init. No other stage is changed then.

import { findComments } from "../dockerfile/comments.ts";
import type { InitFlag } from "../dockerfile/init-flag.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../dockerfile/syntax-error.ts";
import { flatMap } from "../flat-map.ts";
import { type InitRequest, readInitRequest } from "../inits/request.ts";
import { flagOf, parseMarker } from "./marker.ts";

/** What the `--init` flags of a stage request. */
export interface RequestedInit extends InitRequest {
	/** The flags in the file; none if a rewrite has removed them already. */
	readonly flags: readonly InitFlag[];
}

/**
 * Reads which stages have the flag `--init`, by index, and what they ask for. A rewrite's own markers record the
 * flags that it removed. If no stage has one, the map is empty and the file is rewritten as if there were no flag.
 * Throws DockerfileSyntaxError, at the flag, for an init or an option that does not exist and for flags that contradict
 * each other.
 */
export function readRequestedInits(dockerfile: Dockerfile): ReadonlyMap<number, RequestedInit> {
	const requests = new Map<number, RequestedInit>();
	if (!dockerfile.source.includes("--init")) return requests;
	const recorded = findRecorded(dockerfile);
	for (const stage of dockerfile.stages) {
		const flags = stage.initFlags;
		const { source } = dockerfile;
		const own = [
			...flags.map((flag) => readWritten(flag, source)),
			...recorded.filter((each) => each.stage === stage.index),
		];
		if (own.length === 0) continue;
		checkBare(flags, stage.instructions, source);
		requests.set(stage.index, { ...agree(own, source), flags });
	}
	return requests;
}

/** A flag that is in the file, or was. */
interface Written {
	readonly text: string;
	readonly offset: number;
	readonly request: InitRequest;
}

function readWritten({ text, value, start }: InitFlag, source: string): Written {
	const request = readInitRequest(value);
	if ("mistake" in request) throw new DockerfileSyntaxError(`${text}: ${request.mistake}`, source, start);
	return { text, offset: start, request };
}

/** The flags that markers record. */
function findRecorded(dockerfile: Dockerfile): (Written & { readonly stage: number })[] {
	return flatMap(findComments(dockerfile), ({ text: comment, start }) => {
		const stage = dockerfile.stages.findLast(({ from }) => from.start < start)?.index;
		return flatMap(parseMarker(comment)?.changes ?? [], (change) => {
			const text = flagOf(change);
			if (stage === undefined || text === undefined) return [];
			const request = readInitRequest(text.includes("=") ? text.slice(text.indexOf("=") + 1) : undefined);
			return "mistake" in request ? [] : [{ stage, text, offset: start, request }];
		});
	});
}

/** What all flags of a stage request together. A flag without a value agrees with any other. */
function agree(written: readonly Written[], source: string): InitRequest {
	const [first, ...others] = written.filter(({ request }) => request.init !== undefined);
	const other = others.find(({ text }) => text !== first?.text);
	if (first !== undefined && other !== undefined) {
		throw new DockerfileSyntaxError(
			`${other.text} contradicts ${first.text} in the same stage: request only one init`,
			source,
			Math.max(first.offset, other.offset),
		);
	}
	return first?.request ?? { options: [] };
}

/**
 * An ENTRYPOINT that is nothing but the flag stands for the inherited one, so that the stage cannot have one of its
 * own.
 */
function checkBare(
	flags: readonly InitFlag[],
	instructions: Dockerfile["stages"][number]["instructions"],
	source: string,
): void {
	const bare = flags.find(({ isBare }) => isBare);
	const other =
		bare && instructions.find((each) => each.keyword === "ENTRYPOINT" && each.start !== bare.instruction.start);
	if (other === undefined || bare === undefined) return;
	const message = `${bare.text} without a command means that of the base image, and line ${other.line} sets ENTRYPOINT as well: put the flag there`;
	throw new DockerfileSyntaxError(message, source, bare.start);
}
