import { UserError } from "../../../core/user-error.ts";
import { unescapeText } from "../../builder/bake-syntax.ts";
import { parsePrinted, queryBuilder } from "../../builder/query-builder.ts";
import { isObject, objectEntries } from "../../json.ts";
import type { DefinitionSource, Place, Value } from "../model/value.ts";
import type { BakeTarget } from "./targets.ts";

/** Asks bake what it would build. Returns the reason if that fails. */
export async function askBake(
	sources: readonly DefinitionSource[],
	targets: readonly BakeTarget[],
	cwd: string,
): Promise<readonly BakeTarget[] | string> {
	const files = sources.map(({ file }) => `--file=${file}`);
	const names = [...new Set(targets.map(({ blockName }) => blockName))];
	const program = ["docker", "buildx", "bake"];
	try {
		const printed = await queryBuilder([...program, "--print", ...files, "--", ...names], cwd);
		const { target } = parsePrinted(printed, program.join(" "));
		return objectEntries(target).flatMap(([name, definition]): BakeTarget[] => {
			const known = targets.find((each) => each.name === name) ?? targets[0];
			if (known === undefined) return [];
			const attributes = Object.entries(definition).map(([key, value]): [string, Value] => [
				key,
				toValue(value, known.place),
			]);
			return [{ ...known, name, attributes: new Map(attributes) }];
		});
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const [reason = ""] = error.message.split("\n");
		return `only bake can evaluate what is skipped here, and it could not be asked (${reason})`;
	}
}

function toValue(value: unknown, place: Place): Value {
	if (Array.isArray(value)) return { kind: "list", items: value.map((item) => toValue(item, place)), place };
	if (isObject(value))
		return {
			kind: "table",
			entries: new Map(Object.entries(value).map(([name, each]) => [name, toValue(each, place)])),
			place,
		};
	const isPlain = typeof value === "number" || typeof value === "boolean" || value === null;
	return {
		kind: "scalar",
		value: typeof value === "string" ? unescapeText(value) : isPlain ? value : undefined,
		place,
	};
}
