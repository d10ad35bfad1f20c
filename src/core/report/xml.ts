import { replaceControls } from "./printable.ts";

const entities: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&apos;",
	"\t": "&#9;",
};
/** Characters that XML 1.0 never allows, not even as references. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** The first line of every XML document. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * A text for an XML attribute or element. White space other than spaces is written as references, because a parser
 * would replace it with spaces in an attribute. Other control characters are replaced, because people read XML, too.
 */
export function escapeXml(text: string): string {
	const escaped = text
		.replace(FORBIDDEN, "\ufffd")
		.replace(/[&<>"'\t]/g, (character) => entities[character] ?? character);
	return replaceControls(escaped, (character) => `&#${character.charCodeAt(0)};`);
}
