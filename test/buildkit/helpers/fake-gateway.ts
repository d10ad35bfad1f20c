import { createServer, type ServerHttp2Stream } from "node:http2";
import { type Duplex, duplexPair } from "node:stream";
import { onTestFinished } from "vitest";
import { Code, type Gateway, GatewayError, gatewayOver } from "../../../src/buildkit/gateway.ts";
import type {
	ResolveImageConfigRequest,
	ReturnRequest,
	SolveRequest,
	WarnRequest,
} from "../../../src/buildkit/gen/gateway.ts";
import type { Definition } from "../../../src/buildkit/gen/ops.ts";
import { Connection } from "../../../src/buildkit/http2/connection.ts";
import { type FileTree, filesOf } from "./files-of.ts";
import { answerCall, type Handlers } from "./grpc-server.ts";

/** Answers a call by hand, below gRPC, or ends the connection. Returns false to leave the call to the gateway. */
export type RawFault = (method: string, stream: ServerHttp2Stream, disconnect: () => void) => boolean;

/** What a gateway simulates. */
export interface World {
	/** What the gateway supports. */
	readonly caps?: readonly string[];
	/** The files of sources, by the beginning of their identifiers: `local://dockerfile`, `git://`, `http://`. */
	readonly sources?: Readonly<Record<string, FileTree>>;
	/** Modes of files by path, as Go's os.FileMode; the default is 0644. */
	readonly modes?: Readonly<Record<string, number>>;
	/** What an archive unpacks to. */
	readonly archive?: FileTree;
	/** Image configs by full name, or by name and platform: `docker.io/library/node:22 linux/arm64`. */
	readonly images?: Readonly<Record<string, unknown>>;
	readonly inputs?: Readonly<Record<string, Definition>>;
	/** Answers the build that we hand over, instead of a result with this metadata. */
	readonly build?: Handlers["solve"];
	readonly metadata?: Readonly<Record<string, Uint8Array>>;
	/** Replace the gateway's own answers. */
	readonly handlers?: Partial<Handlers>;
	readonly raw?: RawFault;
}

interface Records {
	/** The names of the calls, in order. */
	readonly calls: string[];
	readonly solved: SolveRequest[];
	readonly resolved: ResolveImageConfigRequest[];
	readonly warned: WarnRequest[];
	readonly returned: ReturnRequest[];
}

/** A gateway that behaves like BuildKit's, and what it was asked for. */
export interface FakeGateway extends Records {
	/** Serves a connection. */
	readonly serve: (stream: Duplex) => void;
	/** A client that is connected within this process. */
	readonly connect: () => Gateway;
}

/** The caps of a current BuildKit, as far as they matter here. */
export const CAPS: readonly string[] = ["solve.base", "frontend.inputs", "gateway.warnings"];

/** Starts a gateway. Its connections are closed after the test. */
export function startGateway(world: World = {}): FakeGateway {
	const records: Records = { calls: [], solved: [], resolved: [], warned: [], returned: [] };
	const handlers = { ...makeHandlers(world, records), ...world.handlers };
	const server = createServer();
	const connections: Duplex[] = [];
	const disconnect = (): void => connections.forEach((connection) => void connection.destroy());
	server.on("stream", (stream, headers) => {
		const method = String(headers[":path"]).split("/").at(-1) ?? "";
		records.calls.push(method);
		stream.on("error", () => undefined);
		if (world.raw?.(method, stream, disconnect) !== true) void answerCall(stream, method, handlers);
	});
	// Tests make clients disconnect on purpose.
	server.on("sessionError", () => undefined);
	const serve = (stream: Duplex): void => {
		connections.push(stream);
		onTestFinished(disconnect);
		server.emit("connection", stream);
	};
	const connect = (): Gateway => {
		const [ours, theirs] = duplexPair();
		serve(theirs);
		// Node.js terminates if it receives data while it is sending.
		const connection = new Connection((bytes) => void setImmediate(() => ours.write(bytes)));
		ours.on("data", (bytes) => connection.receive(bytes));
		return gatewayOver(connection);
	};
	return { ...records, serve, connect };
}

/** Answers the nth call of a method by hand. */
export function faultAt(
	name: string,
	respond: (stream: ServerHttp2Stream, disconnect: () => void) => void,
	nth = 1,
): RawFault {
	let count = 0;
	return (method, stream, disconnect) => {
		if (method !== name || ++count !== nth) return false;
		respond(stream, disconnect);
		return true;
	};
}

function makeHandlers(world: World, { solved, resolved, warned, returned }: Records): Handlers {
	const findFile = (ref: string, path: string, what: string): Buffer => {
		const tree = filesOf(solved[Number(ref.replace("ref-", ""))]?.Definition, world.sources ?? {}, world.archive);
		const bytes = tree[path.replace(/^\//, "")];
		if (bytes === undefined)
			throw refusal(Code.unknown, `failed to ${what} ${path}: open ${path}: no such file or directory`);
		return Buffer.from(bytes);
	};
	return {
		ping: () => ({ FrontendAPICaps: (world.caps ?? CAPS).map((ID) => ({ ID, Enabled: true })) }),
		inputs: () => ({ Definitions: { ...world.inputs } }),
		solve: (request) => {
			const id = `ref-${solved.push(request) - 1}`;
			if (request.Frontend !== "" && world.build !== undefined) return world.build(request);
			return {
				result: {
					result: { $case: "ref", value: { id } },
					metadata: request.Frontend === "" ? {} : { ...world.metadata },
				},
			};
		},
		statFile: ({ Ref, Path }) => {
			const { length } = findFile(Ref, Path, "stat");
			return { stat: { mode: world.modes?.[Path] ?? 0o644, size: BigInt(length) } };
		},
		readFile: ({ Ref, FilePath, Range }) => {
			const all = findFile(Ref, FilePath, "read");
			return {
				Data: Range === undefined ? all : all.subarray(Number(Range.Offset), Number(Range.Offset + Range.Length)),
			};
		},
		resolveImageConfig: (request) => {
			resolved.push(request);
			const { Ref, Platform: { OS = "", Architecture = "", Variant = "" } = {} } = request;
			const platform = [OS, Architecture, Variant].filter((part) => part !== "").join("/");
			const config = world.images?.[`${Ref} ${platform}`] ?? world.images?.[Ref];
			if (config === undefined) throw refusal(Code.notFound, `${Ref}: not found`);
			return {
				Digest: `sha256:${"0".repeat(64)}`,
				Config: Buffer.from(typeof config === "string" ? config : JSON.stringify({ config })),
			};
		},
		warn: (request) => {
			warned.push(request);
			return {};
		},
		return: (request) => {
			returned.push(request);
			return {};
		},
	};
}

/** The error with which a gateway refuses a call. */
export function refusal(code: number, message: string): GatewayError {
	return new GatewayError({ code, message, details: [] });
}
