// The Huffman code of HTTP/2's header fields (RFC 7541, appendix B).

/** The length of each byte's code in bits, as digits of base 36. */
const LENGTHS =
	"dnsssssssoussussssssssusssssssss6aacd68baa8b8666555666666678f6cad67777777777777777777777878djde6f56565666577666567655677777fbeds" +
	"kmkkmmmnmnnnnnonoomnonnnnlmnmnnomlkmmnnlnmmolmnnllmlnmnnkmmmnmmnqqkjmnmpqqqrrqopjlqrrqrollqqsrrrkoklmllnmmppooqnqrqqrrrrrsrrrrrq";

/** The codes of one length: they count up from the first, in the order of their bytes. */
interface CodesOfLength {
	first: number;
	readonly bytes: number[];
}

const codesByLength: readonly CodesOfLength[] = makeCodes();

/** The lengths determine the codes (a canonical Huffman code): each length continues after the last shorter code. */
function makeCodes(): CodesOfLength[] {
	const LONGEST = 30;
	const codes = Array.from({ length: LONGEST + 1 }, (): CodesOfLength => ({ first: 0, bytes: [] }));
	[...LENGTHS].forEach((digit, byte) => void codes[Number.parseInt(digit, 36)]?.bytes.push(byte));
	let first = 0;
	for (const each of codes) {
		each.first = first;
		first = (first + each.bytes.length) << 1;
	}
	return codes;
}

/**
 * Decodes a string, whose last byte is padded with ones.
 * @throws {Error} for an invalid string
 */
export function decodeHuffman(encoded: Uint8Array): Uint8Array {
	const decoded: number[] = [];
	let [code, length] = [0, 0];
	for (const byte of encoded)
		for (let bit = 7; bit >= 0; bit--) {
			code = (code << 1) | ((byte >> bit) & 1);
			const codes = codesByLength[++length];
			if (codes === undefined) throw new Error("a header field has an invalid Huffman code");
			const found = codes.bytes[code - codes.first];
			if (found === undefined) continue;
			decoded.push(found);
			[code, length] = [0, 0];
		}
	if (length > 7 || code !== (1 << length) - 1) throw new Error("a header field ends within a Huffman code");
	return Uint8Array.from(decoded);
}
