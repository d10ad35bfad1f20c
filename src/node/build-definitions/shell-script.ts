import { dirname } from "node:path";
import { findWorkTree } from "../files/git-ignore.ts";
import type { DefinitionHost } from "./model/host.ts";
import type { DefinitionReading } from "./model/stated-build.ts";
import type { DefinitionSource, Place } from "./model/value.ts";
import { readShellBuilds } from "./shell-builds.ts";
import { readFromFolders } from "./start-folder.ts";

/** Variables for what a script can compute: its own folder, and the root of the repository. */
const HERE = "__pidone_here";
const ROOT = "__pidone_root";
/** A path that begins there. */
const PATH = `"?(\\$\\{${HERE}\\}[\\w./-]*)"?`;

/** The usual ways to say these folders, the inner expressions first. */
const COMPUTED: readonly (readonly [pattern: RegExp, value: string])[] = [
	[/\$\( *dirname +(?:-- +)?"?\$(?:0|\{0\}|BASH_SOURCE|\{BASH_SOURCE(?:\[0\])?\})"? *\)/g, `\${${HERE}}`],
	[/\$\{(?:0|BASH_SOURCE(?:\[0\])?)%\/\*\}/g, `\${${HERE}}`],
	[new RegExp(`\\$\\( *cd +(?:-- +)?${PATH}(?: *>/dev/null(?: 2>&1)?)? *&& *pwd(?: -P)? *\\)`, "g"), "$1"],
	[new RegExp(`\\$\\( *(?:realpath|readlink -f|readlink -e) +${PATH} *\\)`, "g"), "$1"],
	[/\$\( *git rev-parse --show-toplevel *\)/g, `\${${ROOT}}`],
];

/** The builds that a shell script states. It may be run in the current folder, its own, or the repository's. */
export function readShellScript(source: DefinitionSource, host: DefinitionHost): DefinitionReading {
	const own = dirname(source.file);
	const root = findWorkTree(own);
	const variables = new Map([[HERE, own], ...(root === undefined ? [] : [[ROOT, root] as const])]);
	const lines = source.text.split("\n");
	const plain = lines.map((line) => line.replace(/\r$/, "")).join("\n");
	const text = COMPUTED.reduce((last, [pattern, value]) => last.replace(pattern, value), plain);
	const offsets = [0];
	for (const line of lines) offsets.push((offsets.at(-1) ?? 0) + line.length + 1);
	const placeOf = (line: number): Place => ({ source, offset: offsets[line - 1] ?? 0 });
	return readFromFolders([host.cwd, own, ...(root === undefined ? [] : [root])], own, (folder) =>
		readShellBuilds({ name: "script", text, placeOf, folder, variables }),
	);
}
