// The value of a RUN's `--mount`, which is one line of CSV (frontend/dockerfile/instructions/commands_runmount.go).

const FIELD = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;

/** The fields of a `--mount`, such as `type=cache`; undefined where its quotes are not those of CSV. */
export function readMountFields(value: string): readonly string[] | undefined {
	if (!value.includes('"')) return value.split(",");
	const fields: string[] = [];
	FIELD.lastIndex = 0;
	for (let isLast = false; !isLast; ) {
		const match = FIELD.exec(value);
		if (match === null) return undefined;
		const [, quoted, plain = "", end] = match;
		fields.push(quoted?.replaceAll('""', '"') ?? plain);
		isLast = end === "";
	}
	return fields;
}

const TYPES = ["bind", "cache", "tmpfs", "secret", "ssh"];
const SHARING = ["shared", "private", "locked"];
const SWITCHES = ["readonly", "ro", "readwrite", "rw", "required"];
const KEYS = new Set(
	"type from source src target dst destination size id sharing mode uid gid env".split(" ").concat(SWITCHES),
);

/** What BuildKit refuses in a field of a `--mount`; `expand` gives undefined for a value that is not known. */
export function findMountMistake(field: string, expand: (text: string) => string | undefined): string | undefined {
	const equals = field.indexOf("=");
	const key = (equals === -1 ? field : field.slice(0, equals)).toLowerCase();
	if (equals === -1)
		return SWITCHES.includes(key)
			? undefined
			: `--mount: ${JSON.stringify(field)} must be of the form key=value, such as target=/path`;
	if (!KEYS.has(key)) return `--mount: unexpected key ${JSON.stringify(key)}: the keys are ${[...KEYS].join(", ")}`;
	const value = expand(field.slice(equals + 1));
	if (value === undefined) return undefined;
	if (key === "type" && !TYPES.includes(value.toLowerCase()))
		return `--mount: unsupported mount type ${JSON.stringify(value)}: the types are ${TYPES.join(", ")}`;
	if (key === "sharing" && !SHARING.includes(value.toLowerCase()))
		return `--mount: unsupported sharing value ${JSON.stringify(value)}: the values are ${SHARING.join(", ")}`;
	return undefined;
}
