import type { Position } from "../../../core/dockerfile/position.ts";
import { SourceLines } from "../../../core/dockerfile/source-lines.ts";
import { UserError } from "../../../core/user-error.ts";

/** A build definition: a file that says what is built, such as a Compose file. */
export interface DefinitionSource {
	/** As the user named it, or as another file refers to it. */
	readonly path: string;
	/** Absolute. */
	readonly file: string;
	readonly text: string;
}

/** A place in such a file. */
export interface Place {
	readonly source: DefinitionSource;
	/** In UTF-16 code units. */
	readonly offset: number;
}

/** A value in a definition, in any of the languages. */
export type Value = Scalar | List | Table;

/** A text, number, boolean or null. */
export interface Scalar {
	readonly kind: "scalar";
	/** Undefined if it is not known: `why` says why. */
	readonly value: string | number | boolean | null | undefined;
	readonly why?: string;
	readonly place: Place;
	/** See List. */
	readonly tag?: string;
	/** The offset in the file of each line of a multi-line text, if it is verbatim there. */
	readonly lines?: readonly number[];
}

/** A value that is not known. */
export function unknown(place: Place, why: string): Scalar {
	return { kind: "scalar", value: undefined, why, place };
}

interface List {
	readonly kind: "list";
	readonly items: readonly Value[];
	/** A YAML tag that has a meaning for Compose or GitLab: !override, !reset, !reference. */
	readonly tag?: string;
	readonly place: Place;
}

/** Names and their values. */
export interface Table {
	readonly kind: "table";
	readonly entries: ReadonlyMap<string, Value>;
	/** See List. */
	readonly tag?: string;
	readonly place: Place;
}

const lines = new WeakMap<DefinitionSource, SourceLines>();

/** The line and column of a place; the lines of a file are counted once. */
export function positionOf({ source, offset }: Place): Position {
	const known = lines.get(source) ?? new SourceLines(source.text);
	lines.set(source, known);
	return known.positionOf(offset);
}

/** A mistake in a build definition, with its place. */
export class DefinitionError extends UserError {
	readonly place: Place;

	constructor(place: Place, message: string) {
		super(message, { position: positionOf(place) });
		this.place = place;
	}
}
