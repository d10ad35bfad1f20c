import { INIT_CONTEXT } from "../build/delivery.ts";
import { initPlatforms, readBinaries } from "../init/binaries.ts";
import { pidone } from "../inits/pidone.ts";
import type { Definition } from "./gen/ops.ts";
import { files } from "./llb.ts";
import type { Request } from "./request.ts";

/** What a builder is given besides the Dockerfile. */
export interface Supply {
	readonly inputs: Readonly<Record<string, Definition>>;
	readonly options: Readonly<Record<string, string>>;
}

/** Whether the user gives an init of their own, by `--build-context`. One for a platform of ours would go before theirs for all. */
export function hasOwnInit({ options }: Request): boolean {
	return Object.keys(options).some((key) => key.replace(/::.*/, "") === `context:${INIT_CONTEXT}`);
}

/**
 * The named context from which a Dockerfile copies the init: a file system for each platform, as an image would have. For another platform there is one that
 * does not hold the init, or the builder would look for an image of that name.
 */
export function supplyInit(): Supply {
	const binaries = readBinaries(initPlatforms).map(({ platform, bytes }) => ({
		name: `${INIT_CONTEXT}::${platform}`,
		definition: files(`${pidone.name} for ${platform}`, [{ path: pidone.path, bytes, mode: 0o755 }]),
	}));
	const none = {
		name: INIT_CONTEXT,
		definition: files(`no ${pidone.name}`, [{ path: "/none", bytes: Buffer.from("there is no init for this platform\n"), mode: 0o644 }]),
	};
	const contexts = [...binaries, none];
	return {
		inputs: Object.fromEntries(contexts.map(({ name, definition }) => [name, definition])),
		options: Object.fromEntries(contexts.map(({ name }) => [`context:${name}`, `input:${name}`])),
	};
}
