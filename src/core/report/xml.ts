import { replaceControls } from "./printable.ts";

const entities: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&apos;",
	"\t": "&#9;",
};
/** What XML 1.0 allows in no form, not even as a reference. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** The first line of every XML document. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * A text for an XML attribute or element. White space other than spaces must be references, or a parser would make
 * spaces of it in an attribute; other control characters are, since people look at XML too.
 */
export function escapeXml(text: string): string {
	const escaped = text
		.replace(FORBIDDEN, "\ufffd")
		.replace(/[&<>"'\t]/g, (character) => entities[character] ?? character);
	return replaceControls(escaped, (character) => `&#${character.charCodeAt(0)};`);
}
