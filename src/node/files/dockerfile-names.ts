/**
 * What a file is, by its name. `leftover`: a backup, document or data file of an editor, a tool or a person, which is
 * not built. `other`: anything else.
 */
export type NameKind = "dockerfile" | "template" | "leftover" | "other";

const STEM = "(?:[Dd]ocker[Ff]ile|[Cc]ontainer[Ff]ile|DOCKERFILE)";
/** The same after a word and a dash; in lower case that is the name of a tool, such as lint-dockerfile. */
const CAPITAL_STEM = "(?:Docker|Container)[Ff]ile";
/**
 * `Dockerfile`, `Dockerfile.dev`, `Dockerfile-dev`, `Dockerfile_dev`, `web.Dockerfile`, `web-Dockerfile` and
 * `web_Dockerfile`.
 */
const DOCKERFILE = new RegExp(`^(?:${STEM}(?:[._-].*)?|.*\\.${STEM}|.+[_-]${CAPITAL_STEM})$`, "s");

/**
 * A source file about Dockerfiles, `dockerfile.go`, has a name in lower case; `Dockerfile.go` is the Dockerfile of a
 * program in Go.
 */
const SOURCE_ENDINGS = [
	"[ch]|bazel|bzl|cc|cjs|clj|cmake|cpp|cs|css|cue|dart|el|erl|exs?|go|gradle|groovy|hcl|hpp|hs|java|jl|jsx?|kts?|lua|mjs|mk|mli?|nix",
	"php|pl|py|r|rb|rs|scala|scss|snap|sql|swift|tf|tsx?|vim|vue",
];
const SOURCE = new RegExp(`^(?:docker|container)file.*\\.(?:${SOURCE_ENDINGS.join("|")})$`, "s");

/**
 * The endings that templates have, for the tools that render them: Jinja, Go, ERB, M4, Mustache, EJS, Terraform, Puppet
 * and so on.
 */
const TEMPLATE_ENDINGS = [
	"[._-](?:template|tmpl|tpl)",
	"\\.(?:j2|jinja2?|njk|erb|epp|in|m4|mako|mustache|ejs|hbs|handlebars|liquid|twig|tt2?|tera|ctmpl|gotmpl|gotpl|tftpl)",
	"\\.(?:gomplate|envsubst|subst|jsonnet|ftl|skel)",
];
const TEMPLATE = new RegExp(`(?:^|[._-])(?:docker|container)file(?:[._-].*)?(?:${TEMPLATE_ENDINGS.join("|")})$`, "is");

const LEFTOVER_ENDINGS = [
	// Copies that editors, patch, merges and package managers leave.
	"~",
	"\\.(?:bak|backup|orig|old|rej|save|sw[a-z]|crswap|tmp|temp|disabled)(?:[._-]?\\d+)?",
	"\\.(?:tmp|bak|orig|swp)[._-].*",
	"\\.(?:dpkg-\\w+|ucf-\\w+|rpm(?:new|orig|save)|pacnew|pacsave|kate-swp|sync-conflict-.*)",
	"___jb_(?:tmp|old|bak)___",
	"_(?:BACKUP|BASE|LOCAL|REMOTE)_\\d+(?:\\..*)?",
	// A temporary file of npm's write-file-atomic, with a hash of 32 bits.
	"\\.\\d{9,10}",
	// Documents, data, and what tests and tools write.
	"\\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt|text|html?|pdf|png|jpe?g|gif|svg|log)",
	"\\.(?:expected|lock|patch|diff|(?:docker|container)ignore|license|spdx|sarif)",
	"\\.(?:json[c5]?|ya?ml|toml|xml|ini|csv|sh|bat|cmd|ps1)",
	"\\.(?:sha\\d+|md5|asc|sig|gpg|gz|xz|bz2|zst|zip|tar|tgz)",
];
/** Emacs locks a file by `.#name` and saves it to `#name#`. */
const LEFTOVER = new RegExp(`^\\.#|^#.*#$|(?:${LEFTOVER_ENDINGS.join("|")})$`, "is");

/** What a file is, by its name without folders. File systems allow at most 255 characters. */
export function kindOfName(name: string): NameKind {
	if (LEFTOVER.test(name)) return "leftover";
	if (TEMPLATE.test(name)) return "template";
	if (SOURCE.test(name)) return "other";
	return DOCKERFILE.test(name) ? "dockerfile" : "other";
}
