import type { PageFile } from "../core/report/page-data.ts";
import { byId, element } from "./dom.ts";
import type { Filter } from "./select.ts";
import { STATUSES } from "./status.ts";

/** The form above the table. */
export interface FilterForm {
	readonly read: () => Filter;
	/** Sets one field, and reports the change. */
	readonly set: (name: keyof Filter, value: string) => void;
}

/** Fills the form with the available choices. Calls `changed` after each choice of the user. */
export function makeFilterForm(files: readonly PageFile[], changed: () => void): FilterForm {
	const form = byId("filters", HTMLFormElement);
	const fields = {
		search: byId("search", HTMLInputElement),
		status: byId("status", HTMLSelectElement),
		code: byId("code", HTMLSelectElement),
		group: byId("group", HTMLSelectElement),
	};
	const used = new Set(files.map(({ status }) => status));
	fill(
		fields.status,
		STATUSES.filter(({ status }) => used.has(status)).map(({ status, label }) => [status, label]),
	);
	fill(fields.code, listValues(files.flatMap(({ problems }) => problems.map(({ code }) => code))));
	fill(fields.group, listValues(files.map(({ group }) => group)));
	form.addEventListener("input", changed);
	form.addEventListener("submit", (event) => event.preventDefault());
	// The fields still have their old values during the event.
	form.addEventListener("reset", () => setTimeout(changed));
	return {
		read: () => ({
			search: fields.search.value,
			status: fields.status.value,
			code: fields.code.value,
			group: fields.group.value,
		}),
		set: (name, value) => {
			fields[name].value = value;
			changed();
		},
	};
}

function fill(select: HTMLSelectElement, options: readonly (readonly [value: string, label: string])[]): void {
	select.append(
		element("option", { value: "" }, "any"),
		...options.map(([value, label]) => element("option", { value }, label)),
	);
}

function listValues(values: readonly string[]): (readonly [string, string])[] {
	return [...new Set(values)].sort().map((value) => [value, value]);
}
