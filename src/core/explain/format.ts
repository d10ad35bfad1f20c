import type { StageExplanation } from "./explain.ts";
import type { ProcessNode } from "./process-tree.ts";

/** Explanations as text for people. */
export function formatExplanation(path: string, explanations: readonly StageExplanation[]): string {
	return [path, ...explanations.flatMap(formatStage)].join("\n");
}

function formatStage({ outcome, base, facts, stopSignal, before, after }: StageExplanation): string[] {
	const name = outcome.name ?? `${outcome.stage}`;
	const tree = (node: ProcessNode | undefined): string[] =>
		node === undefined ? ["    unknown, or nothing"] : formatNode(node, "    ", "    ");
	return [
		"",
		`  stage ${name}  FROM ${base}`,
		...facts.map((fact) => `    ${fact}`),
		`    ${outcome.code}: ${outcome.message}`,
		`  now${stopSignal === undefined ? "" : `, on docker stop (${stopSignal})`}:`,
		...tree(before),
		...(after === undefined
			? []
			: [
					outcome.code === "frontend-init" ? "  built by pidone's frontend:" : "  after pidone rewrite:",
					...tree(after),
				]),
	];
}

function formatNode(
	{ command, becomes, isPid1, onStop, reaping, unknown, children }: ProcessNode,
	head: string,
	indent: string,
): string[] {
	const detail = children.length > 0 ? `${indent}│    ` : `${indent}     `;
	return [
		`${head}${isPid1 ? "PID 1  " : ""}${command}`,
		...becomes.map((program) => `${detail}becomes ${program}`),
		...(unknown === undefined ? [] : [`${detail}pidone does not know what it runs: ${unknown}`]),
		`${detail}${onStop}`,
		...(reaping === undefined ? [] : [`${detail}${reaping}`]),
		...children.flatMap((child) => formatNode(child, `${indent}└── `, `${indent}    `)),
	];
}
