/**
 * Whether bytes begin with the header of a tar archive, as its checksum shows: old archives have no magic number. The
 * checksum counts its own field as spaces.
 */
export function isTarHeader(bytes: Uint8Array): boolean {
	const header = bytes.subarray(0, 512);
	const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
	return header.length === 512 && Number.parseInt(String.fromCharCode(...header.subarray(148, 156)), 8) === sum;
}
