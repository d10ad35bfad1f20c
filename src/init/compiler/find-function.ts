import { FunctionDeclaration, newOptions, newProgram, parse } from "assemblyscript";
import { readAny, type Sources } from "./assemblyscript.ts";
import type { Problem } from "./compile-error.ts";
import { problemAt, walk } from "./syntax-tree.ts";

/**
 * Where a function is declared.
 * @param name its name in the WebAssembly module: the path of its source without `.ts`, `/`, namespaces with `.`, its
 * name, type arguments
 */
export function findFunction(name: string, sources: Sources, library: Sources): Omit<Problem, "message"> | undefined {
	const plain = name.replace(/<.*$/, "");
	const slash = plain.lastIndexOf("/");
	const path = `${plain.slice(0, slash)}.ts`;
	const text = readAny(path, sources, library);
	if (text === undefined) return undefined;
	const ownName = plain.slice(slash + 1).replace(/^.*\./, "");
	const program = newProgram(newOptions());
	parse(program, text, path, true);
	for (const source of program.parser.sources) {
		for (const node of walk(source))
			if (node instanceof FunctionDeclaration && node.name.text === ownName) return problemAt(node, "");
	}
	return undefined;
}
