import type { ImageSource } from "../resolve/image-source.ts";
import type { GivenLayout } from "../resolve/layout-source.ts";

/** The command line's options for sources. */
export interface SourceFlags {
	/** The engine to ask; all of them unless given. */
	readonly engine?: string;
	readonly layouts: readonly GivenLayout[];
	readonly insecureRegistries: readonly string[];
	/** Whether an engine is to be asked. */
	readonly hasEngine: boolean;
	/** Whether to ask no source, and require that the lock file has everything. */
	readonly isFrozen: boolean;
}

/** Creates a source, and loads only the code for this one. */
export async function makeSource(
	name: ImageSource["name"],
	{ engine, layouts, insecureRegistries }: SourceFlags,
	cwd: string,
): Promise<ImageSource> {
	switch (name) {
		case "engine": {
			const { makeEngineSource } = await import("../resolve/engine-source.ts");
			return makeEngineSource(engine);
		}
		case "layout": {
			const { makeLayoutSource } = await import("../resolve/layout-source.ts");
			return makeLayoutSource(layouts, cwd);
		}
		case "registry": {
			const { makeRegistrySource } = await import("../registry/registry-source.ts");
			return makeRegistrySource({ insecureRegistries });
		}
	}
}
