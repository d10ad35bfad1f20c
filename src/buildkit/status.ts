import { base64Encode } from "@bufbuild/protobuf/wire";
import { toBytes, toText } from "./bytes.ts";
import type { DockerfileSource } from "./fetch-dockerfile.ts";
import { Code, GatewayError } from "./gateway.ts";
import type { Status } from "./gen/status.ts";

/** A mistake at a line of the Dockerfile. */
export class PlacedError extends Error {
	override readonly name = "PlacedError";
	/** One-based. */
	readonly line: number;

	constructor(message: string, line: number, options?: ErrorOptions) {
		super(message, options);
		this.line = line;
	}
}

/** What is known about a build that fails. */
export interface FailedBuild {
	readonly file: DockerfileSource | undefined;
	readonly rewritten: Uint8Array | undefined;
}

/**
 * An error as BuildKit shows its own: with the lines of the Dockerfile, if it has a place there. An error of the
 * gateway is passed on unchanged, except that it shows the lines that the user wrote instead of the rewritten ones.
 */
export function statusOf(error: unknown, { file, rewritten }: FailedBuild): Status {
	if (error instanceof GatewayError) return withOriginalLines(error.status, { file, rewritten });
	const message = `pidone: ${error instanceof Error ? error.message : String(error)}`;
	if (!(error instanceof PlacedError) || file === undefined) return { code: Code.unknown, message, details: [] };
	return { code: Code.unknown, message, details: [placeDetail(error.line, file)] };
}

/** BuildKit's message type for a place (moby/buildkit: solver/errdefs/source.go, containerd/typeurl). */
const PLACE = "github.com/moby/buildkit/errdefs.Source+json";

/** The fields of a place that are used here (solver/pb/ops.proto). */
interface Place {
	readonly info?: { readonly filename?: string; readonly data?: string };
	/** Each with `start` and `end`. */
	readonly ranges?: readonly Readonly<Record<string, { readonly line?: number }>>[];
}

function placeDetail(line: number, { filename, bytes }: DockerfileSource): Status["details"][number] {
	const at = { line };
	const info = { filename, data: base64Encode(bytes), language: "Dockerfile" };
	return { type_url: PLACE, value: toBytes(JSON.stringify({ info, ranges: [{ start: at, end: at }] })) };
}

function withOriginalLines(status: Status, { file, rewritten }: FailedBuild): Status {
	if (file === undefined || rewritten === undefined) return status;
	const details = status.details.map((detail) =>
		detail.type_url === PLACE ? { ...detail, value: withOriginal(detail.value, file, rewritten) } : detail,
	);
	return { ...status, details };
}

/** Converts a place in the rewritten text to one in the original; a place in added lines does not change. */
function withOriginal(value: Uint8Array, { bytes }: DockerfileSource, rewritten: Uint8Array): Uint8Array {
	const place = readPlace(value);
	if (place?.info?.data !== base64Encode(rewritten)) return value;
	const { isAdded, toOriginal } = compareLines(toText(bytes).split("\n"), toText(rewritten).split("\n"));
	const { ranges = [] } = place;
	if (ranges.some((range) => Object.values(range).some(({ line = 0 }) => isAdded(line)))) return value;
	const moved = ranges.map((range) =>
		Object.fromEntries(Object.entries(range).map(([edge, at]) => [edge, { ...at, line: toOriginal(at.line ?? 0) }])),
	);
	const info = { ...place.info, data: base64Encode(bytes) };
	return toBytes(JSON.stringify({ ...place, info, ...(place.ranges && { ranges: moved }) }));
}

/** The lines below the added ones are the common end of both texts, and have moved. */
function compareLines(original: readonly string[], rewritten: readonly string[]) {
	const added = rewritten.length - original.length;
	let below = 0;
	while (below < original.length && original.at(-1 - below) === rewritten.at(-1 - below)) below++;
	const end = rewritten.length - below;
	return {
		isAdded: (line: number): boolean => line > end - added && line <= end,
		toOriginal: (line: number): number => (line > end ? line - added : line),
	};
}

/** A detail that cannot be decoded is passed on unchanged. */
function readPlace(value: Uint8Array): Place | undefined {
	try {
		const place: Place | null = JSON.parse(toText(value));
		return place ?? undefined;
	} catch {
		return undefined;
	}
}
