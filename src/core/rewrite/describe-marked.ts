import type { Dockerfile } from "../dockerfile/parse.ts";
import { flatMap } from "../flat-map.ts";
import { type MarkedBlock, readMarkedBlocks } from "./marked-block.ts";

/** The indexes of the stages that no rewrite has added, in order. */
export function ownStages({ stages }: Dockerfile, blocks: readonly MarkedBlock[]): readonly number[] {
	const added = new Set(flatMap(blocks, ({ marker, stage }) => (marker.startsStage ? [stage] : [])));
	return flatMap(stages, ({ index }) => (added.has(index) ? [] : [index]));
}

/**
 * The text at the markers of a file: what was added, and the instructions that were changed. Keys are the places of
 * stages among those that no rewrite has added; an added stage has a key of its own, which names the next stage.
 */
export function describeMarked(dockerfile: Dockerfile): ReadonlyMap<string, string> {
	const blocks = readMarkedBlocks(dockerfile);
	const places = new Map(ownStages(dockerfile, blocks).map((index, place) => [index, String(place)]));
	const texts = new Map<string, string>();
	for (const { stage, added, host, marker } of blocks) {
		const changed = host !== undefined && marker.changes.length > 0 ? [host] : [];
		const lines = flatMap([...added, ...changed], ({ lineStart, lineEnd }) =>
			dockerfile.source.slice(lineStart, lineEnd).split("\n"),
		);
		const key = places.get(stage) ?? `before ${[...places].find(([index]) => index > stage)?.[1]}`;
		texts.set(
			key,
			`${texts.get(key) ?? ""}${JSON.stringify([marker.changes, lines.map((line) => line.trim()).filter((line) => line !== "")])}`,
		);
	}
	return texts;
}

/** The place of a stage, among those that no rewrite has added, that has markers in one text and none in the other. */
export function findLost(before: Dockerfile, after: Dockerfile): number | undefined {
	const kept = describeMarked(after);
	const lost = [...describeMarked(before).keys()].find((key) => /^\d+$/.test(key) && !kept.has(key));
	return lost === undefined ? undefined : Number(lost);
}
