/** Values of `--build-arg`. A name without a value gets it from the environment, if it is set there. */
export function readBuildArgs(texts: readonly string[], env: NodeJS.ProcessEnv): Record<string, string> {
	return Object.fromEntries(
		texts.flatMap((text) => {
			if (text.includes("=")) return [splitPair(text)];
			const value = env[text];
			return value === undefined ? [] : [[text, value]];
		}),
	);
}

/** Both sides of the first `=`. */
export function splitPair(text: string): [name: string, value: string] {
	const equals = text.indexOf("=");
	return equals === -1 ? [text, ""] : [text.slice(0, equals), text.slice(equals + 1)];
}
