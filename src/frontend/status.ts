import { create, fromBinary } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { type Status, StatusSchema } from "./gen/status_pb.ts";
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
	if (error instanceof ConnectError) return statusFromGateway(error, { file, rewritten });
	const message = `pidone: ${error instanceof Error ? error.message : String(error)}`;
	if (!(error instanceof PlacedError) || file === undefined) return create(StatusSchema, { code: Code.Unknown, message });
	return create(StatusSchema, { code: Code.Unknown, message, details: [placeDetail(error.line, file)] });
}

/** The type under which BuildKit keeps a place (moby/buildkit: solver/errdefs/source.go, containerd/typeurl). */
const PLACE = "github.com/moby/buildkit/errdefs.Source+json";

/** The keys of a place that count here, of those that solver/pb/ops.proto has. */
interface Place {
	readonly info?: { readonly filename?: string; readonly data?: string };
}

function placeDetail(line: number, { filename, bytes }: DockerfileSource): { typeUrl: string; value: Uint8Array } {
	const at = { line };
	const info = { filename, data: Buffer.from(bytes).toString("base64"), language: "Dockerfile" };
	return { typeUrl: PLACE, value: Buffer.from(JSON.stringify({ info, ranges: [{ start: at, end: at }] })) };
}

const DETAILS = "grpc-status-details-bin";

function statusFromGateway(error: ConnectError, { file, rewritten }: FailedBuild): Status {
	const bytes = error.metadata.get(DETAILS);
	if (bytes === null) return create(StatusSchema, { code: error.code, message: error.rawMessage });
	const status = fromBinary(StatusSchema, Buffer.from(bytes, "base64"));
	if (file === undefined || rewritten === undefined) return status;
	const details = status.details.map((detail) => (detail.typeUrl === PLACE ? { ...detail, value: withOriginal(detail.value, file, rewritten) } : detail));
	return create(StatusSchema, { ...status, details });
}

/** A place in the rewritten text, which has the lines of the original. */
function withOriginal(value: Uint8Array, { bytes }: DockerfileSource, rewritten: Uint8Array): Uint8Array {
	const place: Place = JSON.parse(Buffer.from(value).toString());
	if (place.info?.data !== Buffer.from(rewritten).toString("base64")) return value;
	return Buffer.from(JSON.stringify({ ...place, info: { ...place.info, data: Buffer.from(bytes).toString("base64") } }));
}
