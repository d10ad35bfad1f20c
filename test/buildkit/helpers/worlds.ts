import { serve } from "../../../src/buildkit/frontend.ts";
import type { ReturnRequest } from "../../../src/buildkit/gen/gateway.ts";
import { type FakeGateway, startGateway, type World } from "./fake-gateway.ts";
import { filesOf } from "./files-of.ts";
import { type FrontendEnv, runtime } from "./runtime.ts";

/** A build of one Dockerfile on an image that declares an ENTRYPOINT. */
export function worldOf(dockerfile: string | Uint8Array, more: World = {}): World {
	const images = { "docker.io/library/node:22": { Entrypoint: ["docker-entrypoint.sh"], Cmd: ["node"] } };
	return { sources: { "local://dockerfile": { Dockerfile: dockerfile } }, images, ...more };
}

/** A Dockerfile that is rewritten, and for which there is a warning. */
export const DOCKERFILE = 'FROM node:22\nWORKDIR /app\nCMD ["npm", "start"]\n';

/** Runs one build in this process, and returns the only result that the frontend returned. */
export async function buildIn(
	world: World,
	env: FrontendEnv = {},
): Promise<{ readonly gateway: FakeGateway; readonly returned: ReturnRequest }> {
	const gateway = startGateway(world);
	await serve(gateway.connect(), runtime(env));
	const [returned, ...more] = gateway.returned;
	if (returned === undefined || more.length > 0) throw new Error(`there were ${gateway.returned.length} returns`);
	return { gateway, returned };
}

/** The files that the next frontend got instead of the Dockerfile, by path. */
export function deliveredBytes({ solved }: FakeGateway): Readonly<Record<string, Uint8Array>> {
	const tree = filesOf(solved.at(-1)?.FrontendInputs.dockerfile, {});
	return Object.fromEntries(Object.entries(tree).map(([path, bytes]) => [path, Buffer.from(bytes)]));
}

/** The same files as text. */
export function deliveredFiles(gateway: FakeGateway): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(deliveredBytes(gateway)).map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
	);
}
