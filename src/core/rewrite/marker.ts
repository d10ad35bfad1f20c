// A marker is the comment that a rewrite leaves above what it inserted. It shows readers where that comes from, and
// `revert` what to remove.

/** How an instruction that was there before has been changed. The kinds are in the digest, so they keep their names. */
export type Change =
	| { readonly kind: "wrapped" | "wrapped-shell-form" | "empty-word" | "exec"; readonly keyword: string }
	| { readonly kind: "replaced"; readonly keyword: string; readonly was: string }
	| InitFlagChange;

/** What became of a former `--init` flag. */
type InitFlagChange =
	/** The flag was removed from a command; `was` includes the white space after it. */
	| { readonly kind: "init-taken-off"; readonly keyword: string; readonly was: string }
	/** The inherited command was written in place of the flag. */
	| { readonly kind: "init-filled"; readonly keyword: "ENTRYPOINT"; readonly was: string }
	/** An ENTRYPOINT with the flag and no command was commented out, by the marker itself. */
	| { readonly kind: "init-taken-out"; readonly keyword: "ENTRYPOINT"; readonly was: string };

/** What a rewrite did at one place. */
export interface Marker {
	/** How many of the instructions right above the marker it added: ARGs, which a comment would document. */
	readonly above: number;
	/** Whether the first of these is the FROM of an added stage. */
	readonly startsStage?: boolean;
	/** How many of the instructions right below the marker it added. */
	readonly below: number;
	/** What it changed in the instruction that follows these. */
	readonly changes: readonly Change[];
	/**
	 * The digest of everything that the rewrite inserted in the stage. Absent where the marker itself is the instruction,
	 * commented out.
	 */
	readonly digest?: string;
}

/** What a marker begins with. */
export const PREFIX = "# pidone: ";

/** Comes before an instruction that was commented out. */
export const COMMENTED_OUT = "took out ";

/** The marker's comment line, without line end. */
export function formatMarker({ above, startsStage = false, below, changes, digest }: Marker): string {
	const clauses = [
		...(above + below > 0 ? [formatAdded(above, startsStage, below)] : []),
		...changes.map(formatChange),
	];
	return PREFIX + clauses.join("; ") + (digest === undefined ? "" : ` (${digest})`);
}

function formatAdded(above: number, startsStage: boolean, below: number): string {
	const next = below === 1 ? "the next instruction" : `the next ${below} instructions`;
	if (above === 0) return `added ${next}`;
	const count = startsStage ? above - 1 : above;
	const args = `the ${startsStage ? "FROM and " : ""}${count === 1 ? "ARG" : `${count} ARGs`} above`;
	return below === 0 ? `added ${args}` : `added ${args} and ${next}`;
}

/** The words before the keyword, of the changes that record nothing else. */
const PLAIN_CHANGES = {
	wrapped: "wrapped",
	"wrapped-shell-form": "wrapped shell-form",
	"empty-word": 'replaced "" in',
	exec: "put exec into",
} as const;
const PLAIN_KINDS = Object.keys(PLAIN_CHANGES) as readonly (keyof typeof PLAIN_CHANGES)[];

function formatChange(change: Change): string {
	switch (change.kind) {
		case "replaced":
			return `the init of ${change.keyword} was ${change.was}`;
		case "init-taken-off":
			return `took ${/^\S+ $/.test(change.was) ? change.was.trimEnd() : JSON.stringify(change.was)} off ${change.keyword}`;
		case "init-filled":
			return `filled in ${change.keyword} for ${change.was}`;
		case "init-taken-out":
			return COMMENTED_OUT + change.was;
		default:
			return `${PLAIN_CHANGES[change.kind]} ${change.keyword}`;
	}
}

const ADDED = /^added (?:the (FROM and )?(?:(\d+) )?ARGs? above)?(?: and )?(?:the next (?:(\d+) )?instructions?)?$/;
const CHANGED = /^(.+?) ((?:ONBUILD )?(?:ENTRYPOINT|CMD))$/;
/** A line separator (U+2028) ends no line of a Dockerfile, so that a word may have one. */
const REPLACED = /^the init of ((?:ONBUILD )?(?:ENTRYPOINT|CMD)) was (.*)$/s;
const TAKEN_OFF = /^took (?:(--init\S*)|("--init[^"]*")) off ((?:ONBUILD )?(?:ENTRYPOINT|CMD))$/;
const FILLED = /^filled in ENTRYPOINT for (--init\S*)$/;
const TAKEN_OUT = /^# pidone: took out (entrypoint[\t\v\f ]+--init\S*)$/i;
const DIGEST = / \(([0-9a-f]{8})\)$/;

/**
 * Reads a comment line; undefined if it is not a marker. One with a digest but unknown words, which somebody has edited
 * or a later version has written, records nothing.
 */
export function parseMarker(line: string): Marker | undefined {
	const text = line.trim();
	if (!text.startsWith(PREFIX)) return undefined;
	const [end, digest] = DIGEST.exec(text) ?? [];
	if (end === undefined || digest === undefined) return parseCommentedOut(text);
	const [first = "", ...rest] = text.slice(PREFIX.length, -end.length).split("; ");
	const added = parseAdded(first);
	const changes = (added === undefined ? [first, ...rest] : rest).map(parseChange);
	const known = changes.filter((change) => change !== undefined);
	if (known.length < changes.length) return { above: 0, below: 0, changes: [], digest };
	return { above: 0, below: 0, ...added, changes: known, digest };
}

function parseCommentedOut(text: string): Marker | undefined {
	const was = TAKEN_OUT.exec(text)?.[1];
	if (was === undefined) return undefined;
	return { above: 0, below: 0, changes: [{ kind: "init-taken-out", keyword: "ENTRYPOINT", was }] };
}

function parseAdded(clause: string): Omit<Marker, "changes"> | undefined {
	const match = ADDED.exec(clause);
	if (match === null) return undefined;
	const [, from, args = 1, next = 1] = match;
	const above = clause.includes("above") ? Number(args) : 0;
	const below = clause.includes("next") ? Number(next) : 0;
	return from === undefined ? { above, below } : { above: above + 1, startsStage: true, below };
}

function parseChange(clause: string): Change | undefined {
	const [, words, keyword] = CHANGED.exec(clause) ?? [];
	const kind = PLAIN_KINDS.find((each) => PLAIN_CHANGES[each] === words);
	if (kind !== undefined && keyword !== undefined) return { kind, keyword };
	const [, replacedIn, was] = REPLACED.exec(clause) ?? [];
	if (replacedIn !== undefined && was !== undefined) return { kind: "replaced", keyword: replacedIn, was };
	return parseInitFlagChange(clause);
}

function parseInitFlagChange(clause: string): InitFlagChange | undefined {
	const [, plain, quoted, keyword] = TAKEN_OFF.exec(clause) ?? [];
	const was = plain === undefined ? quoted && parseQuoted(quoted) : `${plain} `;
	if (was !== undefined && keyword !== undefined) return { kind: "init-taken-off", keyword, was };
	const filled = FILLED.exec(clause)?.[1];
	return filled === undefined ? undefined : { kind: "init-filled", keyword: "ENTRYPOINT", was: filled };
}

function parseQuoted(text: string): string | undefined {
	try {
		return String(JSON.parse(text));
	} catch {
		return undefined;
	}
}

/** The `--init` flag that a change records, as it was written; undefined for a change of something else. */
export function flagOf(change: Change): string | undefined {
	return change.kind.startsWith("init-") && "was" in change
		? (/--init\S*/.exec(change.was)?.[0] ?? "--init")
		: undefined;
}
