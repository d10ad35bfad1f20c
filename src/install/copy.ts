import type { Attempt, InstallRequest } from "./install.ts";
import { renderTemplate } from "./render.ts";

/** Plans a COPY of the binary: from the build context, a named context or another image. Needs no shell, root or network. */
export function planCopy(request: InstallRequest): Attempt {
	const { init, method, templates } = request;
	const missing = request.platforms.find((platform) => !init.platforms.includes(platform));
	if (missing !== undefined && method.kind !== "image") {
		return `there is no ${init.name} for ${missing}: choose among ${init.platforms.join(", ")} with --platform`;
	}
	const path = request.path ?? init.path;
	const file = binaryName(init.name, request.platforms);
	const step = (template: string, values: Record<string, string>): Attempt => ({
		path,
		why: `${init.name} is copied from ${origin(request)}`,
		step: { fragment: renderTemplate(template, templates[template] ?? "", { path, ...values }), place: "above-command", needsRoot: false },
	});
	if (method.kind === "image") return step("copy-from", { from: method.name, source: init.path });
	if (method.kind === "context") return step("copy-from", { from: method.name, source: file });
	return step("copy", { source: `${request.source}/${file}` });
}

function origin({ method, source }: InstallRequest): string {
	if (method.kind === "image") return `the image ${method.name}`;
	return method.kind === "context" ? `the named context ${method.name}` : `${source}/ in the build context`;
}

/** The file that `pidone emit` writes for a platform; with several, as a name that BuildKit's platform arguments complete. */
export function binaryName(init: string, platforms: readonly string[]): string {
	const [only] = platforms;
	if (platforms.length === 1 && only !== undefined) return `${init}-${only.replaceAll("/", "-").replace(/^(linux-arm)-(v\d)$/, "$1$2")}`;
	const hasVariants = platforms.some((platform) => platform.split("/").length > 2);
	return `${init}-linux-\${TARGETARCH}${hasVariants ? "${TARGETVARIANT}" : ""}`;
}
