/**
 * Keeps V8 from enlarging the space for new objects of this thread, and of those that it starts: up to 32 MB where much
 * of what is new stays in use, such as a long list of files. With the few MB that it has by then, nothing takes longer.
 */
export function stopYoungGenerationGrowth(): void {
	// Loading node:v8 takes as long as processing several files, and only long runs need it.
	process.getBuiltinModule("node:v8").setFlagsFromString("--semi-space-growth-factor=1");
}

/** V8's flag for threads that are started later, and whose young generations are limited otherwise. */
export const YOUNG_GENERATION_GROWS = "--semi-space-growth-factor=2";
