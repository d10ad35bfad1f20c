import { flatMap } from "../flat-map.ts";
import { readArgumentForm } from "./exec-form.ts";
import { findHeredocs } from "./heredoc-markers.ts";
import { flagValue, type Instruction } from "./instruction.ts";
import { readMounts } from "./mount.ts";
import { listWords } from "./validate.ts";
import { readAssignments } from "./variables.ts";
import { splitAssignment } from "./words.ts";

/**
 * The texts of an instruction in which BuildKit expands variables (frontend/dockerfile/instructions/commands.go,
 * dockerfile2llb/convert.go), except in FROM, ENV and ARG. BuildKit expands nothing in CMD, ENTRYPOINT, SHELL,
 * HEALTHCHECK and the command of RUN.
 */
export function expandedTexts(instruction: Instruction, escape: string): readonly string[] {
	const { keyword, argument } = instruction;
	switch (keyword) {
		case "USER":
		case "WORKDIR":
		case "STOPSIGNAL":
			return [argument.text];
		case "LABEL":
			return flatMap(readAssignments(instruction, escape), ({ name, value = "" }) => [name, value]);
		case "EXPOSE":
			return listWords(argument.text);
		case "VOLUME":
			return listPaths(argument.text);
		case "ADD":
		case "COPY":
			return [...flagTexts(instruction), ...listPaths(argument.text).filter((path) => findHeredocs(path).length === 0)];
		case "RUN":
			return mountTexts(instruction);
		default:
			return [];
	}
}

function listPaths(text: string): readonly string[] {
	const form = readArgumentForm(text);
	return typeof form === "object" ? form.argv : listWords(text);
}

function flagTexts(instruction: Instruction): string[] {
	const names = instruction.keyword === "ADD" ? ["chown", "chmod", "checksum"] : ["chown", "chmod"];
	return flatMap(names, (name) => flagValue(instruction, name) ?? []);
}

/** The values of the fields of every `--mount`. */
function mountTexts({ flags }: Instruction): string[] {
	return flatMap(readMounts(flags), (fields) => flatMap(fields, (field) => splitAssignment(field).value ?? []));
}
