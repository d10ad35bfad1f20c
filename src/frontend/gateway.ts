import type { Duplex } from "node:stream";
import { type Client, createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { LLBBridge, type Result } from "./gen/gateway_pb.ts";
import type { Definition } from "./gen/ops_pb.ts";

/** What BuildKit offers to a frontend. Each call rejects with a ConnectError. */
export type Gateway = Client<typeof LLBBridge>;

/** Speaks gRPC over a stream that is connected already, as a frontend's stdin and stdout are (moby/buildkit: frontend/gateway/grpcclient). */
export function connectGateway(stream: Duplex): Gateway {
	const transport = createGrpcTransport({ baseUrl: "http://buildkit", nodeOptions: { createConnection: () => stream }, acceptCompression: [] });
	return createClient(LLBBridge, transport);
}

/** Lets BuildKit work out a definition; resolves to the name under which its files can be read. */
export async function solveDefinition(gateway: Gateway, definition: Definition): Promise<string> {
	const { ref, result } = await gateway.solve({ Definition: definition, allowResultReturn: true, allowResultArrayRef: true });
	return result === undefined ? ref : refOf(result);
}

function refOf({ result }: Result): string {
	switch (result.case) {
		case "ref":
			return result.value.id;
		case "refDeprecated":
			return result.value;
		default:
			return "";
	}
}
