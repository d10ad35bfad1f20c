import type { DefinitionReading } from "./stated-build.ts";

/** Joins the readings of several parts of a file, without duplicates. */
export function joinReadings(readings: readonly DefinitionReading[]): DefinitionReading {
	return {
		builds: unique(readings.flatMap(({ builds }) => builds)),
		notes: unique(readings.flatMap(({ notes }) => notes)),
	};
}

function unique<T>(items: readonly T[]): T[] {
	return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
