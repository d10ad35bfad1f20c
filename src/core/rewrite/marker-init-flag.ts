/** What a marker records of a former `--init` flag. The kinds are in its digest, so they keep their names. */
export type InitFlagChange =
	/** The flag was removed from a command; `was` includes the white space after it. */
	| { readonly kind: "init-taken-off"; readonly keyword: string; readonly was: string }
	/** The inherited command was written in place of the flag. */
	| { readonly kind: "init-filled"; readonly keyword: "ENTRYPOINT"; readonly was: string }
	/** An ENTRYPOINT with the flag and no command was commented out, by the marker itself. */
	| { readonly kind: "init-taken-out"; readonly keyword: "ENTRYPOINT"; readonly was: string };

/** Comes before an instruction that was commented out. */
export const COMMENTED_OUT = "took out ";

/** Formats the clause of a marker. */
export function formatInitFlagChange({ kind, keyword, was }: InitFlagChange): string {
	switch (kind) {
		case "init-taken-off":
			return `took ${/^\S+ $/.test(was) ? was.trimEnd() : JSON.stringify(was)} off ${keyword}`;
		case "init-filled":
			return `filled in ${keyword} for ${was}`;
		case "init-taken-out":
			return COMMENTED_OUT + was;
	}
}

const REMOVED_CLAUSE = /^took (?:(--init\S*)|("--init[^"]*")) off ((?:ONBUILD )?(?:ENTRYPOINT|CMD))$/;
const FILLED_CLAUSE = /^filled in ENTRYPOINT for (--init\S*)$/;
const OUT_CLAUSE = /^took out (entrypoint[\t\v\f ]+--init\S*)$/i;

/** Reads the clause of a marker; undefined if it is about something else. */
export function parseInitFlagChange(clause: string): InitFlagChange | undefined {
	const [, plain, quoted, keyword] = REMOVED_CLAUSE.exec(clause) ?? [];
	const was = plain === undefined ? quoted && parseQuoted(quoted) : `${plain} `;
	if (was !== undefined && keyword !== undefined) return { kind: "init-taken-off", keyword, was };
	const filled = FILLED_CLAUSE.exec(clause)?.[1];
	if (filled !== undefined) return { kind: "init-filled", keyword: "ENTRYPOINT", was: filled };
	const out = OUT_CLAUSE.exec(clause)?.[1];
	return out === undefined ? undefined : { kind: "init-taken-out", keyword: "ENTRYPOINT", was: out };
}

function parseQuoted(text: string): string | undefined {
	try {
		return String(JSON.parse(text));
	} catch {
		return undefined;
	}
}

/** The flag that a change records, as it was written. */
export function flagOf({ was }: InitFlagChange): string {
	return /--init\S*/.exec(was)?.[0] ?? "--init";
}

/** Whether a marker's change is that of a flag. */
export function isInitFlagChange<T extends { readonly kind: string }>(change: T): change is T & InitFlagChange {
	return change.kind.startsWith("init-");
}
