import { Code, GatewayError } from "./gateway.ts";
import type { Status } from "./gen/status.ts";
import type { DockerfileSource } from "./read-dockerfile.ts";

/** A mistake at one place of the Dockerfile. */
export class PlacedError extends Error {
	override readonly name = "PlacedError";
	/** One-based. */
	readonly line: number;

	constructor(message: string, line: number, options?: ErrorOptions) {
		super(message, options);
		this.line = line;
	}
}

/** What is known of a build that fails. */
export interface FailedBuild {
	readonly file: DockerfileSource | undefined;
	readonly rewritten: Uint8Array | undefined;
}

/**
 * An error as BuildKit shows its own: with the lines of the Dockerfile, where it has a place there. What the gateway has told is handed on as it is, but
 * for the rewritten text: the user sees the lines that they have written.
 */
export function statusOf(error: unknown, { file, rewritten }: FailedBuild): Status {
	if (error instanceof GatewayError) return withOriginalLines(error.status, { file, rewritten });
	const message = `pidone: ${error instanceof Error ? error.message : String(error)}`;
	if (!(error instanceof PlacedError) || file === undefined) return { code: Code.unknown, message, details: [] };
	return { code: Code.unknown, message, details: [placeDetail(error.line, file)] };
}

/** The type under which BuildKit keeps a place (moby/buildkit: solver/errdefs/source.go, containerd/typeurl). */
const PLACE = "github.com/moby/buildkit/errdefs.Source+json";

/** The keys of a place that count here, of those that solver/pb/ops.proto has. */
interface Place {
	readonly info?: { readonly filename?: string; readonly data?: string };
}

function placeDetail(line: number, { filename, bytes }: DockerfileSource): Status["details"][number] {
	const at = { line };
	const info = { filename, data: Buffer.from(bytes).toString("base64"), language: "Dockerfile" };
	return { type_url: PLACE, value: Buffer.from(JSON.stringify({ info, ranges: [{ start: at, end: at }] })) };
}

function withOriginalLines(status: Status, { file, rewritten }: FailedBuild): Status {
	if (file === undefined || rewritten === undefined) return status;
	const details = status.details.map((detail) => (detail.type_url === PLACE ? { ...detail, value: withOriginal(detail.value, file, rewritten) } : detail));
	return { ...status, details };
}

/** A place in the rewritten text, which has the lines of the original. */
function withOriginal(value: Uint8Array, { bytes }: DockerfileSource, rewritten: Uint8Array): Uint8Array {
	const place = readPlace(value);
	if (place?.info?.data !== Buffer.from(rewritten).toString("base64")) return value;
	return Buffer.from(JSON.stringify({ ...place, info: { ...place.info, data: Buffer.from(bytes).toString("base64") } }));
}

/** What cannot be read is handed on. */
function readPlace(value: Uint8Array): Place | undefined {
	try {
		const place: Place | null = JSON.parse(Buffer.from(value).toString());
		return place ?? undefined;
	} catch {
		return undefined;
	}
}
