import { readFileSync } from "node:fs";
import { pidone } from "../../core/inits/pidone.ts";
import { binaryName } from "../../core/install/copy.ts";
import { UserError } from "../../core/user-error.ts";
import type { Binary } from "../../init/ship/binary.ts";
import { packageRoot } from "../package-root.ts";
import { reasonOf } from "./read-source.ts";

/** The binaries that `npm run build` makes from init/program. */
export const builtInit: URL = new URL("dist/init/", packageRoot);

/** The platforms that have an init. */
export const initPlatforms: readonly string[] = pidone.platforms;

/** Reads the shipped binaries, in the order of `initPlatforms`. Throws UserError in a checkout that was not built. */
export function readBinaries(platforms: readonly string[]): Binary[] {
	return initPlatforms
		.filter((platform) => platforms.includes(platform))
		.map((platform) => {
			const name = binaryName(pidone.name, platform);
			return { name, platform, bytes: readBuilt(name) };
		});
}

function readBuilt(name: string): Uint8Array {
	try {
		return readFileSync(new URL(name, builtInit));
	} catch (error) {
		throw new UserError(
			`the init ${name} is missing (${reasonOf(error)}): reinstall pidone, or run npm run build in a clone`,
			{
				cause: error,
			},
		);
	}
}
