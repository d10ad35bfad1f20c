// gRPC's unary calls over one HTTP/2 session (grpc/grpc: doc/PROTOCOL-HTTP2.md). A frontend is started anew for every build: what a library for
// gRPC loads would take a third of its time.
import { once } from "node:events";
import { type ClientHttp2Session, connect, type IncomingHttpHeaders } from "node:http2";
import type { Duplex } from "node:stream";
import { LLBBridgeDefinition, type MessageFns, type Result } from "./gen/gateway.ts";
import type { Definition } from "./gen/ops.ts";
import { Status } from "./gen/status.ts";

type Methods = (typeof LLBBridgeDefinition)["methods"];
type MessageOf<Type> = Type extends MessageFns<infer Message> ? Message : never;

/** What BuildKit offers to a frontend. A call rejects with GatewayError when BuildKit refuses it, and with another Error when there is no answer. */
export type Gateway = {
	readonly [Name in keyof Methods]: (request: Partial<MessageOf<Methods[Name]["requestType"]>>) => Promise<MessageOf<Methods[Name]["responseType"]>>;
};

/** What BuildKit says when it refuses a call. */
export class GatewayError extends Error {
	override readonly name = "GatewayError";
	/** With all of its details. */
	readonly status: Status;

	constructor(status: Status) {
		super(status.message);
		this.status = status;
	}
}

/** The gRPC codes that count here (grpc/grpc: doc/statuscodes.md). */
export const Code = { unknown: 2, notFound: 5 } as const;

/** Speaks to BuildKit over a stream that is connected already, as a frontend's stdin and stdout are (moby/buildkit: frontend/gateway/grpcclient). */
export function connectGateway(stream: Duplex): Gateway {
	const session = connect("http://buildkit", { createConnection: () => stream });
	// Each call learns of it by itself.
	session.on("error", () => {});
	const { methods: method } = LLBBridgeDefinition;
	return {
		inputs: (request) => call(session, method.inputs, request),
		ping: (request) => call(session, method.ping, request),
		readFile: (request) => call(session, method.readFile, request),
		resolveImageConfig: (request) => call(session, method.resolveImageConfig, request),
		return: (request) => call(session, method.return, request),
		solve: (request) => call(session, method.solve, request),
		warn: (request) => call(session, method.warn, request),
	};
}

/** Lets BuildKit work out a definition; resolves to the name under which its files can be read. */
export async function solveDefinition(gateway: Gateway, definition: Definition): Promise<string> {
	const { ref, result } = await gateway.solve({ Definition: definition, allowResultReturn: true, allowResultArrayRef: true });
	return result === undefined ? ref : refOf(result);
}

function refOf({ result }: Result): string {
	switch (result?.$case) {
		case "ref":
			return result.value.id;
		case "refDeprecated":
			return result.value;
		default:
			return "";
	}
}

interface Method<Request, Response> {
	readonly name: string;
	readonly requestType: MessageFns<Request>;
	readonly responseType: MessageFns<Response>;
}

/** A field that is left out has its default; what is given is whole, with the fields that only BuildKit knows. */
async function call<Request, Response>(session: ClientHttp2Session, method: Method<Request, Response>, request: Partial<Request>): Promise<Response> {
	const { name, requestType, responseType } = method;
	const message = requestType.encode({ ...requestType.create(), ...request }).finish();
	const { body, trailers } = await exchange(session, `/${LLBBridgeDefinition.fullName}/${name}`, message);
	const code = Number(trailers["grpc-status"] ?? Number.NaN);
	if (code === 0) return responseType.decode(readFrame(body));
	throw Number.isNaN(code) ? new Error(`BuildKit's answer to ${name} is cut off`) : new GatewayError(statusOf(code, trailers));
}

interface Answer {
	readonly body: Buffer;
	/** An answer without a body has them in its only headers. */
	readonly trailers: IncomingHttpHeaders;
}

async function exchange(session: ClientHttp2Session, path: string, message: Uint8Array): Promise<Answer> {
	const stream = session.request({ ":method": "POST", ":path": path, "content-type": "application/grpc", te: "trailers" });
	let trailers: IncomingHttpHeaders = {};
	stream.on("response", (headers) => {
		trailers = headers;
	});
	stream.on("trailers", (headers) => {
		trailers = headers;
	});
	stream.end(frame(message));
	const chunks: Buffer[] = await stream.toArray();
	if (!stream.closed) await once(stream, "close");
	return { body: Buffer.concat(chunks), trailers };
}

const FRAME_HEAD = 5;

/** A message behind its length; the first byte says that it is not compressed. */
function frame(message: Uint8Array): Buffer {
	const head = Buffer.alloc(FRAME_HEAD);
	head.writeUInt32BE(message.length, 1);
	return Buffer.concat([head, message]);
}

function readFrame(body: Buffer): Buffer {
	if (body.length < FRAME_HEAD || body[0] !== 0 || body.readUInt32BE(1) !== body.length - FRAME_HEAD) throw new Error("BuildKit's answer is no gRPC message");
	return body.subarray(FRAME_HEAD);
}

function statusOf(code: number, { "grpc-status-details-bin": details, "grpc-message": message = "" }: IncomingHttpHeaders): Status {
	if (typeof details === "string") return Status.decode(Buffer.from(details, "base64"));
	return { code, message: decodeMessage(String(message)), details: [] };
}

function decodeMessage(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
