/**
 * The target or service whose result a named context is, as bake and Compose write it: `target:NAME` or `service:NAME`.
 * Undefined for other contexts.
 */
export function linkedBuild(context: string): string | undefined {
	return /^(?:target|service):(.+)$/.exec(context)?.[1];
}
