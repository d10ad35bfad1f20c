/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The entries of a JSON object whose values are objects; none for any other value. */
export function objectEntries(value: unknown): [name: string, value: JsonObject][] {
	return isObject(value)
		? Object.entries(value).filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
		: [];
}

/** The entries of a JSON object whose values are texts; none for any other value. */
export function textEntries(value: unknown, change: (text: string) => string = (text) => text): Record<string, string> {
	if (!isObject(value)) return {};
	return Object.fromEntries(
		Object.entries(value).flatMap(([name, text]) => (typeof text === "string" ? [[name, change(text)]] : [])),
	);
}

/** A value that is a text. */
export function textOf(value: unknown): string | undefined {
	return typeof value === "string" && value !== "" ? value : undefined;
}

/** The texts in a JSON array; none for any other value. */
export function textsOf(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((text): text is string => typeof text === "string") : [];
}

/** Reads JSON; undefined for any other text. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Reads a JSON object; undefined for any other text. */
export function parseObject(text: string): JsonObject | undefined {
	const value = parseJson(text);
	return isObject(value) ? value : undefined;
}

/** Reads what an engine's `inspect` prints about one thing: an object, or a list with that object. */
export function parseInspection(text: string): JsonObject | undefined {
	const value = parseJson(text);
	const [first]: readonly unknown[] = Array.isArray(value) ? value : [value];
	return isObject(first) ? first : undefined;
}
