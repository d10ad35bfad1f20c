const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const TEXT = String.raw`(?:[^<&"]|&(?:amp|lt|gt|quot|apos|#\d+);)*`;
const TOKEN = new RegExp(
	String.raw`<(?<open>[a-z]+)(?: [a-z]+="${TEXT}")*(?<empty>/?)>|</(?<close>[a-z]+)>|[\s]+`,
	"uy",
);

/** How an XML document that has only elements and attributes violates XML 1.0; empty if it is well-formed. */
export function checkXml(xml: string): string[] {
	if (!CHARACTERS.test(xml)) return ["a character that XML forbids"];
	const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(xml);
	if (declaration === null) return ["no declaration"];
	const open: string[] = [];
	TOKEN.lastIndex = declaration[0].length;
	while (TOKEN.lastIndex < xml.length) {
		const at = TOKEN.lastIndex;
		const match = TOKEN.exec(xml);
		if (match === null) return [`not well-formed: ${xml.slice(at, at + 60)}`];
		const { open: opened, empty, close } = match.groups ?? {};
		const names = [...match[0].matchAll(/ ([a-z]+)="/g)].map(([, name]) => name);
		if (new Set(names).size < names.length) return [`an attribute twice: ${match[0]}`];
		if (opened !== undefined && empty === "") open.push(opened);
		if (close !== undefined && open.pop() !== close) return [`</${close}> does not match`];
	}
	return open.map((name) => `<${name}> is not closed`);
}

/** The values of all attributes with a name, with their entities and references resolved. */
export function readAttributes(xml: string, name: string): string[] {
	const characters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
	return [...xml.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value = ""]) =>
		value.replace(/&(?:#(\d+)|(\w+));/g, (_all, code: string | undefined, entity: string) =>
			code === undefined ? (characters[entity] ?? "") : String.fromCharCode(Number(code)),
		),
	);
}
