import { type SpawnOptions, spawnSmall } from "./spawn.ts";

/** How a program ended, and everything that it wrote. */
export interface Ran {
	/** Undefined if a signal ended it. */
	readonly code: number | undefined;
	readonly out: string;
	readonly err: string;
	/** Both, in the order in which they arrived. */
	readonly all: string;
}

/** Runs a program until it ends, as a child of a small process, with an input and only the given environment. */
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
