import { type SpawnOptions, spawnSmall } from "./spawn.ts";

/** How a program ended, and all that it wrote. */
export interface Ran {
	/** Undefined after a signal. */
	readonly code: number | undefined;
	readonly out: string;
	readonly err: string;
	/** Both in the order in which they came. */
	readonly all: string;
}

/** Runs a program to its end, as a child of a small process, with an input and no environment but the given one. */
export async function runSmall(
	words: readonly string[],
	{ input = "", ...options }: Omit<SpawnOptions, "hasInput"> & { readonly input?: string | Uint8Array },
): Promise<Ran> {
	const chunks: { readonly stream: "stdout" | "stderr"; readonly bytes: Uint8Array }[] = [];
	const program = spawnSmall(words, { ...options, hasInput: true }, (stream, bytes) => chunks.push({ stream, bytes }));
	if (input.length > 0) program.write(input);
	program.end();
	const { code } = await program.ending;
	const textOf = (stream?: "stdout" | "stderr"): string =>
		new TextDecoder("utf-8", { ignoreBOM: true }).decode(
			Buffer.concat(chunks.flatMap((chunk) => (stream === undefined || chunk.stream === stream ? [chunk.bytes] : []))),
		);
	return { code: code ?? undefined, out: textOf("stdout"), err: textOf("stderr"), all: textOf() };
}
