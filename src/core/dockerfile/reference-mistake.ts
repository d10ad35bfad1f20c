// Why a text is not the name of an image (github.com/distribution/reference: ParseNormalizedNamed). BuildKit parses the
// name in every FROM and COPY --from.

const DOMAIN_PART = "[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*";
const HOST = String.raw`(?:${DOMAIN_PART}(?:\.${DOMAIN_PART})*|\[[a-fA-F0-9:]+\])`;
const PATH_PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const NAME = `(?:${HOST}(?::[0-9]+)?/)?${PATH_PART}(?:/${PATH_PART})*`;
const TAG = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
const DIGEST = "[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}";
const REFERENCE = new RegExp(`^(${NAME})(?::${TAG})?(?:@(${DIGEST}))?$`);
const WHOLE_NAME = new RegExp(`^(?:${HOST}(?::[0-9]+)?/)?(${PATH_PART}(?:/${PATH_PART})*)$`);

const MAX_PATH = 255;

/** Nearly every name matches this; the ID of an image is longer. */
const COMMON = /^[a-z0-9]+(?:[._/-][a-z0-9]+)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]*)?$/;

/**
 * What is wrong with the name of an image, with all variables expanded, and what to write; undefined if it is valid.
 */
export function findReferenceMistake(text: string): string | undefined {
	if (text.length < 64 && COMMON.test(text)) return undefined;
	if (/^[a-f0-9]{64}$/.test(text)) return "it is an image ID, and a build needs a name";
	const { domain, rest } = splitDomain(text);
	const [path = ""] = rest.split(":", 1);
	// BuildKit stops at the colon, so a digest without a tag is checked here as well.
	if (path !== path.toLowerCase())
		return `upper case is not allowed in ${path.replace(/^library\//, "")}: write ${path.replace(/^library\//, "").toLowerCase()}`;
	const [, name, digest] = REFERENCE.exec(`${domain}/${rest}`) ?? [];
	if (name === undefined) return describe(text, rest);
	const [, repository = name] = WHOLE_NAME.exec(name) ?? [];
	if (repository.length > MAX_PATH) return `its path has ${repository.length} characters, and ${MAX_PATH} are allowed`;
	return digest === undefined ? undefined : findDigestMistake(digest);
}

/** The end of the registry: a first part without a dot, a colon or upper case belongs to the path on Docker Hub. */
export function splitDomain(text: string): { domain: string; rest: string } {
	const slash = text.indexOf("/");
	const first = text.slice(0, Math.max(slash, 0));
	const isDomain = first === "localhost" || /[.:]/.test(first) || first !== first.toLowerCase();
	if (slash !== -1 && isDomain && first !== "docker.io" && first !== "index.docker.io")
		return { domain: first, rest: text.slice(slash + 1) };
	const rest = slash !== -1 && isDomain ? text.slice(slash + 1) : text;
	return { domain: "docker.io", rest: rest.includes("/") ? rest : `library/${rest}` };
}

/** Lengths of the digests that BuildKit can compute. */
const DIGEST_LENGTHS: Readonly<Record<string, number | undefined>> = { sha256: 64, sha384: 96, sha512: 128 };

function findDigestMistake(digest: string): string | undefined {
	const [algorithm = "", value = ""] = digest.split(":");
	const length = Object.hasOwn(DIGEST_LENGTHS, algorithm) ? DIGEST_LENGTHS[algorithm] : undefined;
	if (length === undefined) return `${algorithm} is not a digest that BuildKit knows: use sha256, sha384 or sha512`;
	if (value.length !== length) return `its ${algorithm} digest has ${value.length} digits instead of ${length}`;
	return value === value.toLowerCase() ? undefined : "the digits of its digest must be in lower case";
}

/** Why a text does not have the form of a name. */
function describe(text: string, rest: string): string {
	if (/^[a-z]+:\/\//i.test(text))
		return `a name begins with the registry: remove ${text.slice(0, text.indexOf("//") + 2)}`;
	if (/\s/.test(text)) return "a name cannot contain blanks";
	const at = rest.indexOf("@");
	const digest = rest.slice(at + 1);
	if (at !== -1 && !new RegExp(`^${DIGEST}$`).test(digest))
		return `what follows @ must be a digest, such as sha256:… with 64 digits${digest.includes(":") ? "" : `: for a tag write :${digest}`}`;
	const name = at === -1 ? rest : rest.slice(0, at);
	const colon = name.indexOf(":", name.lastIndexOf("/") + 1);
	if (colon !== -1 && !new RegExp(`^${TAG}$`).test(name.slice(colon + 1))) return describeTag(name.slice(colon + 1));
	if (/^\/|\/\/|\/$/.test(text) || rest === "") return "a part between its slashes is empty";
	return "its parts must consist of a-z and 0-9, with single separators (. _ __ -) between them";
}

function describeTag(tag: string): string {
	if (tag === "") return "the tag after its colon is empty";
	if (tag.length > 128) return `its tag has ${tag.length} characters, and 128 are allowed`;
	return `its tag ${tag} must consist of letters, digits and _ . -, and not begin with . or -`;
}
