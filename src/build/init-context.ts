/** The named context from which a Dockerfile copies the init. */
export const INIT_CONTEXT = "pidone-init";

/** Frontends before 1.4 have no named contexts, and would pull an image of that name. */
const OLD_FRONTEND = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?:(?:1\.[0-3](?:\D|$)|experimental$)/;

/** Whether the frontend that a Dockerfile names by `# syntax=` knows named contexts. */
export function hasNamedContexts(syntax: string): boolean {
	return !OLD_FRONTEND.test(syntax);
}

/** Finds a COPY from a named context or an image. */
export function copiesFrom(name: string): RegExp {
	return new RegExp(`^[^\\S\\n]*(?:onbuild\\s+)?copy\\s(?:.*\\s)?--from=${name}\\s`, "im");
}
