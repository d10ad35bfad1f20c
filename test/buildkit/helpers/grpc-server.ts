import type { ServerHttp2Stream } from "node:http2";
import { buffer } from "node:stream/consumers";
import { setImmediate as turn } from "node:timers/promises";
import { GatewayError } from "../../../src/buildkit/gateway.ts";
import { LLBBridgeDefinition, type MessageFns } from "../../../src/buildkit/gen/gateway.ts";
import { Status } from "../../../src/buildkit/gen/status.ts";

type Methods = (typeof LLBBridgeDefinition)["methods"];
type MessageOf<Type> = Type extends MessageFns<infer Message> ? Message : never;
type Later<Value> = Value | Promise<Value>;

/** The handler of each call. It returns a message whose fields may be left out, or throws a GatewayError. */
export type Handlers = {
	readonly [Name in keyof Methods]: (
		request: MessageOf<Methods[Name]["requestType"]>,
	) => Later<Partial<MessageOf<Methods[Name]["responseType"]>>>;
};

/** Answers one call with the handler of that name, as a gRPC server does. */
export async function answerCall(stream: ServerHttp2Stream, method: string, handlers: Handlers): Promise<void> {
	const request = await buffer(stream).catch(() => undefined);
	// The client has disconnected.
	if (request === undefined) return;
	try {
		const message = await answerOf(method, new Uint8Array(request).subarray(FRAME_HEAD), handlers);
		if (stream.destroyed) return;
		stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
		stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
		stream.end(frame(message));
	} catch (error) {
		if (!(error instanceof GatewayError)) throw error;
		if (!stream.destroyed)
			stream.respond(
				{ ":status": 200, "content-type": "application/grpc", ...trailersOf(error.status) },
				{ endStream: true },
			);
	}
}

/** The headers of a refused call. */
function trailersOf(status: Status): Record<string, string> {
	return {
		"grpc-status": String(status.code),
		"grpc-message": encodeURIComponent(status.message),
		// gRPC's base64 has no padding.
		...(status.details.length === 0
			? {}
			: {
					"grpc-status-details-bin": Buffer.from(Status.encode(status).finish()).toString("base64").replace(/=+$/, ""),
				}),
	};
}

const FRAME_HEAD = 5;

/** A message, preceded by its length. */
export function frame(message: Uint8Array, length: number = message.length): Buffer {
	const head = Buffer.alloc(FRAME_HEAD);
	head.writeUInt32BE(length, 1);
	return Buffer.concat([head, message]);
}

/** The names are in the type of `handlers`, but the compiler has to see one of them at a time. */
async function answerOf(name: string, request: Uint8Array, handlers: Handlers): Promise<Uint8Array> {
	const { methods } = LLBBridgeDefinition;
	const answer = async <Request, Response>(
		{ requestType, responseType }: { requestType: MessageFns<Request>; responseType: MessageFns<Response> },
		handle: (request: Request) => Later<Partial<Response>>,
	): Promise<Uint8Array> =>
		responseType.encode({ ...responseType.create(), ...(await handle(requestType.decode(request))) }).finish();
	switch (name) {
		case "Ping":
			return answer(methods.ping, handlers.ping);
		case "Inputs":
			return answer(methods.inputs, handlers.inputs);
		case "Solve":
			return answer(methods.solve, handlers.solve);
		case "ReadFile":
			return answer(methods.readFile, handlers.readFile);
		case "StatFile":
			return answer(methods.statFile, handlers.statFile);
		case "ResolveImageConfig":
			return answer(methods.resolveImageConfig, handlers.resolveImageConfig);
		case "Warn":
			return answer(methods.warn, handlers.warn);
		case "Return":
			return answer(methods.return, handlers.return);
		default:
			throw new GatewayError({ code: 12, message: `unknown method ${name}`, details: [] });
	}
}

/** Answers with the frame of a message, byte by byte. */
export async function drip(stream: ServerHttp2Stream, bytes: Buffer): Promise<void> {
	stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
	stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
	for (const byte of bytes) {
		stream.write(Buffer.from([byte]));
		await turn();
	}
	stream.end();
}
