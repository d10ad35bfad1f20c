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

/** What a builder is given besides the Dockerfile. */
export type Supply = Pick<SolveRequest, "FrontendInputs" | "FrontendOpt">;

/**
 * Whether the user gives an init of their own, by `--build-context`. One for a platform of ours would go before theirs
 * for all.
 */
export function hasOwnInit({ options }: Request): boolean {
	return Object.keys(options).some((key) => key.replace(/::.*/, "") === `context:${INIT_CONTEXT}`);
}

/**
 * Makes the named context from which a Dockerfile copies the init: a file system for each platform, as an image would
 * have. For another platform there is one that does not hold the init, or the builder would look for an image of that
 * name. It is the same in all builds, and to work its digests out would take longer than all else.
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
 * The supply under the names of other platforms too, on which an init of ours runs: of `linux/amd64/v3` a builder asks
 * by its full name.
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

/** Reads what `packInitSupply` has made. */
export function unpackInitSupply(bytes: Uint8Array): Supply {
	return SolveRequest.decode(bytes);
}
