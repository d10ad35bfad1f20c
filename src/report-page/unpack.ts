import type { PageData } from "../core/report/page-data.ts";

/** Reads the report from the page: JSON, compressed with gzip, as base64. */
export async function unpackData(packed: string): Promise<PageData> {
	const bytes = Uint8Array.from(atob(packed.trim()), (character) => character.charCodeAt(0));
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
	return (await new Response(stream).json()) as PageData;
}
