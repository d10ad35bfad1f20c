import { runsForever } from "./short-lived.ts";
import type { ScriptWay, ShellState } from "./state.ts";
import type { ShellValue } from "./value.ts";

/**
 * What a shell waits for with its children in the background, if there are any: the likeliest program last, and first
 * what only keeps the container running, such as `tail -f log &`.
 * @param argv with `$!`, it names one of them, so that this is the most likely one
 */
export function awaited({ background, last }: ShellState, argv: readonly ShellValue[] = []): readonly ScriptWay[] {
	const isAwaited = ({ job }: ScriptWay): boolean => argv.some((word) => word.job !== undefined && word.job === job);
	const rank = (way: ScriptWay): number => (isAwaited(way) ? 2 : runsForever(way.argv) ? 0 : 1);
	const sorted = [...background].sort((one, other) => rank(one) - rank(other));
	return sorted.length > 0 ? sorted.map(({ job: _, ...way }) => way) : last;
}
