import { splitPlatform } from "../platform.ts";
import type { Attempt, InstallRequest } from "./install.ts";
import { findBinaries, type PlatformBinaries } from "./platform-binaries.ts";
import { renderTemplate } from "./render.ts";

/**
 * Plans a COPY of the binary: from the build context, a named context or another image. Needs no shell, root or
 * network.
 */
export function planCopy(request: InstallRequest): Attempt {
	const { init, method, templates } = request;
	const path = request.path ?? init.path;
	const render = (template: string, values: Record<string, string>) =>
		renderTemplate(template, templates[template] ?? "", values);
	const step = (template: string, valuesFor: (path: string) => Record<string, string>): Attempt => {
		const inStage = `/${init.name}`;
		const viaStage = {
			init: init.name,
			content: () => render(template, valuesFor(inStage)),
			copyFrom: (from: string) => render("copy-from", { from, source: inStage, path }),
		};
		const fragment = render(template, valuesFor(path));
		return {
			path,
			why: `${init.name} is copied from ${origin(request)}`,
			step: {
				fragment,
				place: "above-command",
				needsRoot: false,
				viaStage: fragment.needsShell ? undefined : viaStage,
			},
		};
	};
	if (method.kind === "image") return step("copy-from", (to) => ({ from: method.name, source: init.path, path: to }));
	const found = findBinaries(request.platforms, init.platforms);
	if ("missing" in found)
		return `${init.name} is not available for ${found.missing}: select from ${init.platforms.join(", ")} with --platform`;
	const file = nameFile(init.name, found);
	if (file === undefined)
		return `the files for ${request.platforms.join(", ")} cannot be distinguished by TARGETARCH and TARGETVARIANT: select one platform with --platform`;
	if (method.kind === "context") return step("copy-from", (to) => ({ from: method.name, source: file, path: to }));
	return step("copy", (to) => ({ source: `${request.source}/${file}`, path: to }));
}

function origin({ method, source }: InstallRequest): string {
	if (method.kind === "image") return `the image ${method.name}`;
	return method.kind === "context" ? `the named context ${method.name}` : `${source}/ in the build context`;
}

/** The file that `pidone emit` writes for a platform. */
export function binaryName(init: string, platform: string): string {
	const { os, architecture, variant } = splitPlatform(platform);
	return `${init}-${os}-${architecture}${variant}`;
}

/**
 * The file in a COPY. For several platforms, its name contains BuildKit's platform arguments; undefined if they would
 * give another name.
 */
function nameFile(init: string, { binaries, only, needsVariant }: PlatformBinaries): string | undefined {
	if (only !== undefined) return binaryName(init, only);
	const isOther = needsVariant && [...binaries].some(([platform, binary]) => platform !== binary);
	return isOther ? undefined : `${init}-linux-\${TARGETARCH}${needsVariant ? "${TARGETVARIANT}" : ""}`;
}
