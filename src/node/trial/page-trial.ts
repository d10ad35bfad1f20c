import type { PageProcess } from "../../core/report/page-process.ts";
import type { PageTrial } from "../../core/report/page-trial.ts";
import { toOneLine } from "../../core/report/printable.ts";
import { listRows, type Trial } from "./format-trial.ts";
import type { TrialProcess } from "./measurement.ts";

/** Converts a trial to what the HTML report shows. */
export function toPageTrial(trial: Trial): PageTrial {
	const { engine, before, after, verdict } = trial;
	return {
		engine: toOneLine(`${engine.name} ${engine.version}`),
		kind: verdict.kind,
		summary: toOneLine(verdict.summary),
		notes: verdict.kind === "changes nothing" ? [] : verdict.notes.map(toOneLine),
		rows: listRows(before, after).map(([what, old, now]) => ({
			what: toOneLine(what),
			before: toOneLine(old),
			after: toOneLine(now),
		})),
		...(before.stopSignal === undefined ? {} : { stopSignal: toOneLine(before.stopSignal) }),
		...(before.processes === undefined ? {} : { before: toPageProcess(before.processes, true) }),
		...(after.processes === undefined ? {} : { after: toPageProcess(after.processes, true) }),
	};
}

function toPageProcess(
	{ pid, command, role, user, isZombie, onStop, children }: TrialProcess,
	isPid1: boolean,
): PageProcess {
	const number = isPid1 || pid === undefined ? "" : `${pid} `;
	const notes = [onStop, ...(user === undefined ? [] : [`user ${user}`])];
	return {
		command: toOneLine(`${number}${isZombie ? "zombie: " : ""}${command}`),
		isPid1,
		isInit: role === "init",
		notes: notes.map(toOneLine),
		children: children.map((child) => toPageProcess(child, false)),
	};
}
