/** Registries, or parts of them, that hold another's images: `{ "harbor.corp/dockerhub": "docker.io" }`. */
export type RegistryAliases = Readonly<Record<string, string>>;

/** A registry with or without a path, in a name or as an alias. */
const PREFIX = /^[a-z0-9][a-z0-9._:-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/i;

/**
 * The name of an image on the registry that an alias stands for; undefined if no alias matches. An alias matches whole
 * path components; the longest match wins.
 */
export function realName(image: string, aliases: RegistryAliases | undefined): string | undefined {
	if (aliases === undefined) return undefined;
	const [longest] = Object.keys(aliases)
		.filter((alias) => image.startsWith(`${alias}/`))
		.sort((left, right) => right.length - left.length);
	return longest === undefined ? undefined : `${aliases[longest]}${image.slice(longest.length)}`;
}

/** What is wrong with an alias, or with what it stands for; undefined if nothing is. */
export function describeRegistryMistake(text: string): string | undefined {
	return PREFIX.test(text)
		? undefined
		: "must be a registry with or without a path, such as harbor.example.com/dockerhub";
}
