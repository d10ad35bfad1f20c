type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Creates an HTML element. Texts become text nodes, so nothing in a report is ever parsed as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: Attributes = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[K] {
	return fill(document.createElement(name), attributes, children);
}

/** Creates an SVG element. */
export function svg<K extends keyof SVGElementTagNameMap>(
	name: K,
	attributes: Attributes = {},
	...children: readonly Child[]
): SVGElementTagNameMap[K] {
	return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

/** An element of the page by its id. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
	const found = document.getElementById(id);
	if (!(found instanceof type)) throw new Error(`BUG: the page has no element ${id}`);
	return found;
}

function fill<T extends Element>(made: T, attributes: Attributes, children: readonly Child[]): T {
	for (const [name, value] of Object.entries(attributes)) {
		if (value === undefined || value === false) continue;
		made.setAttribute(name, value === true ? "" : String(value));
	}
	made.append(...children.filter((child) => child !== undefined));
	return made;
}
