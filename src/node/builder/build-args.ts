/** Values of `--build-arg`; a name alone takes the environment's value, and none when there is none. */
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
