import { pidone } from "../core/inits/pidone.ts";
import { INIT_CONTEXT } from "../core/install/init-context.ts";
import { compatiblePlatform } from "../core/platform.ts";
import { toBytes } from "./bytes.ts";
import { SolveRequest } from "./gen/gateway.ts";
import { files } from "./llb.ts";
import type { Request } from "./request.ts";

/** The init for one platform. */
interface InitBinary {
	readonly platform: string;
	readonly bytes: Uint8Array;
}

/** What a builder gets in addition to the Dockerfile. */
export type Supply = Pick<SolveRequest, "FrontendInputs" | "FrontendOpt">;

/**
 * Whether the user provides an init by `--build-context`. A context of ours for one platform would take precedence over
 * theirs for all platforms.
 */
export function hasOwnInit({ namedContexts }: Request): boolean {
	return namedContexts.some(({ name }) => name === INIT_CONTEXT);
}

/**
 * Makes the named context from which a Dockerfile copies the init: a file system for each platform, as in an image. For
 * other platforms it is empty: otherwise, the builder would look for an image of that name. It is the same in all
 * builds; computing its digests each time would take longer than everything else.
 */
export function packInitSupply(binaries: readonly InitBinary[]): Uint8Array {
	const inits = binaries.map(({ platform, bytes }) => ({
		name: `${INIT_CONTEXT}::${platform}`,
		definition: files(`${pidone.name} for ${platform}`, [{ path: pidone.path, bytes, mode: 0o755 }]),
	}));
	const none = {
		name: INIT_CONTEXT,
		definition: files(`no ${pidone.name}`, [
			{ path: "/none", bytes: toBytes("there is no init for this platform\n"), mode: 0o644 },
		]),
	};
	const contexts = [...inits, none];
	const supply: Supply = {
		FrontendInputs: Object.fromEntries(contexts.map(({ name, definition }) => [name, definition])),
		FrontendOpt: Object.fromEntries(contexts.map(({ name }) => [`context:${name}`, `input:${name}`])),
	};
	return SolveRequest.encode({ ...SolveRequest.create(), ...supply }).finish();
}

/**
 * Adds the names of other platforms on which our inits run: a builder asks for `linux/amd64/v3` by its full name.
 */
export function supplyFor(platforms: readonly string[], { FrontendInputs, FrontendOpt }: Supply): Supply {
	const others = platforms.flatMap((platform) => {
		const own = compatiblePlatform(platform, pidone.platforms);
		return own === undefined || own === platform
			? []
			: [[`context:${INIT_CONTEXT}::${platform}`, `input:${INIT_CONTEXT}::${own}`]];
	});
	return { FrontendInputs, FrontendOpt: { ...FrontendOpt, ...Object.fromEntries(others) } };
}

/** Reads the result of `packInitSupply`. */
export function unpackInitSupply(bytes: Uint8Array): Supply {
	return SolveRequest.decode(bytes);
}
