// gRPC's unary calls over one connection of HTTP/2 (grpc/grpc: doc/PROTOCOL-HTTP2.md).
import { base64Decode } from "@bufbuild/protobuf/wire";
import { joinBytes } from "./bytes.ts";
import { LLBBridgeDefinition, type MessageFns, type Result } from "./gen/gateway.ts";
import type { Definition } from "./gen/ops.ts";
import { Status } from "./gen/status.ts";
import type { Connection } from "./http2/connection.ts";
import type { Fields } from "./http2/fields.ts";

type Methods = (typeof LLBBridgeDefinition)["methods"];
type MessageOf<Type> = Type extends MessageFns<infer Message> ? Message : never;

/**
 * BuildKit's services for a frontend. A call rejects with GatewayError if BuildKit returns an error, and with another
 * Error if there is no answer.
 */
export type Gateway = {
	readonly [Name in keyof Methods]: (
		request: Partial<MessageOf<Methods[Name]["requestType"]>>,
	) => Promise<MessageOf<Methods[Name]["responseType"]>>;
};

/** An error that BuildKit returns. */
export class GatewayError extends Error {
	override readonly name = "GatewayError";
	/** With all of its details. */
	readonly status: Status;

	constructor(status: Status) {
		super(status.message);
		this.status = status;
	}
}

/** Whether a call failed because a file does not exist, which BuildKit reports as an unknown error. */
export function isMissingFile(error: unknown): boolean {
	if (!(error instanceof GatewayError)) return false;
	const { code, message } = error.status;
	return code === Code.notFound || (code === Code.unknown && /no such file or directory|not a directory/.test(message));
}

/** The gRPC codes that are used here (grpc/grpc: doc/statuscodes.md). */
export const Code = { unknown: 2, notFound: 5 } as const;

/** Speaks to BuildKit as a frontend does over its stdin and stdout (moby/buildkit: frontend/gateway/grpcclient). */
export function gatewayOver(connection: Connection): Gateway {
	const { methods: method } = LLBBridgeDefinition;
	return {
		inputs: (request) => call(connection, method.inputs, request),
		ping: (request) => call(connection, method.ping, request),
		readFile: (request) => call(connection, method.readFile, request),
		resolveImageConfig: (request) => call(connection, method.resolveImageConfig, request),
		return: (request) => call(connection, method.return, request),
		statFile: (request) => call(connection, method.statFile, request),
		solve: (request) => call(connection, method.solve, request),
		warn: (request) => call(connection, method.warn, request),
	};
}

/** Lets BuildKit solve a definition; resolves to the reference by which its files can be read. */
export async function solveDefinition(gateway: Gateway, definition: Definition): Promise<string> {
	const { ref, result } = await gateway.solve({
		Definition: definition,
		allowResultReturn: true,
		allowResultArrayRef: true,
	});
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

/** Calls a method. Fields that the request omits have their defaults. */
async function call<Request, Response>(
	connection: Connection,
	method: Method<Request, Response>,
	request: Partial<Request>,
): Promise<Response> {
	const { name, requestType, responseType } = method;
	const message = requestType.encode({ ...requestType.create(), ...request }).finish();
	const path = `/${LLBBridgeDefinition.fullName}/${name}`;
	const { body, trailers } = await connection.request(
		{ ...FIRST_FIELDS, ":path": path, ...LAST_FIELDS },
		frame(message),
	);
	const code = Number(trailers["grpc-status"] ?? Number.NaN);
	if (code === 0) return responseType.decode(readFrame(body));
	throw Number.isNaN(code)
		? new Error(`BuildKit's answer to ${name} is cut off`)
		: new GatewayError(statusOf(code, trailers));
}

/** The header fields of a call; HTTP/2's own come first. */
const FIRST_FIELDS: Fields = { ":method": "POST", ":scheme": "http", ":authority": "buildkit" };
const LAST_FIELDS: Fields = { "content-type": "application/grpc", te: "trailers" };

const FRAME_HEAD = 5;

/** A message after its length; the first byte says that it is not compressed. */
function frame(message: Uint8Array): Uint8Array {
	const head = new Uint8Array(FRAME_HEAD);
	new DataView(head.buffer).setUint32(1, message.length);
	return joinBytes([head, message]);
}

function readFrame(body: Uint8Array): Uint8Array {
	const length = body.length - FRAME_HEAD;
	if (length < 0 || body[0] !== 0 || new DataView(body.buffer, body.byteOffset).getUint32(1) !== length)
		throw new Error("BuildKit's answer is not a gRPC message");
	return body.subarray(FRAME_HEAD);
}

function statusOf(code: number, { "grpc-status-details-bin": details, "grpc-message": message = "" }: Fields): Status {
	if (details !== undefined) return Status.decode(base64Decode(details));
	return { code, message: decodeMessage(message), details: [] };
}

function decodeMessage(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
