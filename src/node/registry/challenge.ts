/** An authentication challenge (RFC 9110, 11.6.1). */
export interface Challenge {
	/** In lower case: `basic`, `bearer`. */
	readonly scheme: string;
	/** By names in lower case. */
	readonly parameters: ReadonlyMap<string, string>;
}

const TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
/** A parameter, with the comma before it; or the name of a scheme. */
const PARAMETER = new RegExp(String.raw`[\s,]*(${TOKEN})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|(${TOKEN}))`, "y");
const SCHEME = new RegExp(String.raw`[\s,]*(${TOKEN})(?=[\s,]|$)`, "y");

/** No server has a reason to send more. */
const MAX_LENGTH = 16_384;

/** Reads the header field WWW-Authenticate, up to the first malformed part. */
export function parseChallenges(text: string): readonly Challenge[] {
	const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
	const header = text.slice(0, MAX_LENGTH);
	let position = 0;
	const take = (pattern: RegExp): RegExpExecArray | undefined => {
		pattern.lastIndex = position;
		const found = pattern.exec(header) ?? undefined;
		if (found !== undefined) position = pattern.lastIndex;
		return found;
	};
	while (position < header.length) {
		const parameter = take(PARAMETER);
		const [, name = "", quoted, plain = ""] = parameter ?? [];
		if (parameter !== undefined)
			challenges.at(-1)?.parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? plain);
		const scheme = parameter === undefined ? take(SCHEME) : undefined;
		if (scheme !== undefined) challenges.push({ scheme: (scheme[1] ?? "").toLowerCase(), parameters: new Map() });
		if (parameter === undefined && scheme === undefined) break;
	}
	return challenges;
}
