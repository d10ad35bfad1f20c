/** Larger files are not scripts that people write. */
const MAX_BYTES = 1_000_000;

/** Why a file of the build context is too large to be read; undefined if it is not. */
export function whyTooLarge(bytes: number): string | undefined {
	return bytes > MAX_BYTES ? `has ${(bytes / 1e6).toFixed(1)} MB, which is too much for a script` : undefined;
}
