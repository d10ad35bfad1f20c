/**
 * Docker Hardened Images: Debian or Alpine without a package manager and mostly without a shell, which the `-dev` tags
 * have. Those run as root, the others do not.
 *
 * Peculiar: there is no `latest`. Where the commands of `-dev` tags differ between releases, `varies` says so.
 */
import type { CatalogueEntry, ImageDeclaration } from "../catalogue-entry.ts";

const source = "github.com/docker-hardened-images/catalog: image/*/*/*.yaml";
const dev = ["*-dev"];
const devDistro = { "*alpine*": "alpine", "*": "debian" } as const;

/** The `-dev` tags of an image and the others; the latter have no shell. */
function hardened(
	name: string,
	runtime: Pick<ImageDeclaration, "entrypoint" | "cmd" | "user">,
	development: Pick<ImageDeclaration, "entrypoint" | "cmd">,
): readonly CatalogueEntry[] {
	const images = [`dhi.io/${name}`];
	return [
		{ images, tags: dev, ...development, distro: devDistro, source },
		{ images, user: "nonroot", ...runtime, distro: "distroless", source },
	];
}

/** An image with a shell in every tag. */
function withShell(name: string, cmd: readonly string[]): readonly CatalogueEntry[] {
	const images = [`dhi.io/${name}`];
	return [
		{ images, tags: dev, cmd, distro: devDistro, source },
		{ images, cmd, user: "nonroot", source },
	];
}

const python = { cmd: ["python3"] };
const node = { cmd: ["node"] };
const dotnet = { cmd: ["dotnet", "--help"] };
const deno = { entrypoint: ["/usr/local/bin/deno"] };
const uv = { entrypoint: ["/usr/local/bin/uv"] };
const varies = { cmd: "varies" } as const;

export const hardenedImages: readonly CatalogueEntry[] = [
	...hardened("python", python, python),
	...hardened("node", { ...node, user: "node" }, node),
	...withShell("golang", ["go", "help"]),
	...hardened("ruby", { cmd: ["ruby"] }, varies),
	{ images: ["dhi.io/rust"], tags: dev, cmd: "varies", distro: devDistro, source },
	{ images: ["dhi.io/rust"], cmd: ["rustc", "--help"], user: "nonroot", source },
	...hardened("eclipse-temurin", varies, varies),
	...hardened("amazoncorretto", varies, varies),
	{ images: ["dhi.io/maven"], tags: dev, entrypoint: ["mvn"], distro: devDistro, source },
	{ images: ["dhi.io/gradle"], tags: dev, entrypoint: ["gradle"], distro: devDistro, source },
	{ images: ["dhi.io/dotnet"], tags: ["*-sdk*"], ...dotnet, distro: devDistro, source },
	{ images: ["dhi.io/dotnet"], ...dotnet, user: "nonroot", distro: "distroless", source },
	...hardened("aspnetcore", dotnet, dotnet),
	...hardened("bun", { cmd: ["/usr/local/bin/bun", "repl"] }, varies),
	...hardened("deno", { ...deno, user: "deno" }, deno),
	...hardened("uv", uv, uv),
	...hardened("elixir", { cmd: ["iex"] }, { cmd: ["iex", "/bin/bash"] }),
	{
		images: ["dhi.io/nginx"],
		tags: dev,
		entrypoint: ["/usr/local/bin/entrypoint.sh"],
		cmd: ["nginx", "-g", "daemon off;"],
		distro: devDistro,
		source,
	},
	{ images: ["dhi.io/nginx"], entrypoint: ["nginx"], cmd: ["-g", "daemon off;"], user: "nginx", source },
	...withShell("busybox", ["/bin/sh"]),
	...withShell("bash", ["/bin/bash"]),
	...withShell("alpine-base", ["/bin/sh"]),
	...withShell("debian-base", ["/bin/bash"]),
	{ images: ["dhi.io/static"], user: "nonroot", distro: "distroless", source },
];
