/** The named context from which a Dockerfile copies the init. */
export const INIT_CONTEXT = "pidone-init";

/** Finds a COPY from a named context or an image. */
export function copiesFrom(name: string): RegExp {
	return new RegExp(`^[^\\S\\n]*(?:onbuild\\s+)?copy\\s(?:.*\\s)?--from=${name}\\s`, "im");
}
