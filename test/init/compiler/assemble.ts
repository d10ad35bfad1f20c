import binaryen from "assemblyscript/binaryen";

// Listings show the names of functions.
binaryen.setDebugInfo(true);

/** WebAssembly text as a binary module; optimized as asc does, when that is asked for. */
export function assemble(text: string, isOptimized = false): Uint8Array {
	const module = binaryen.parseText(text);
	try {
		module.setFeatures(binaryen.Features.SignExt | binaryen.Features.MutableGlobals);
		if (isOptimized) {
			binaryen.setOptimizeLevel(3);
			binaryen.setShrinkLevel(1);
			module.optimize();
		}
		return module.emitBinary();
	} finally {
		module.dispose();
	}
}
