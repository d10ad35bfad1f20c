/**
 * .NET, Windows, Azure Linux and PowerShell from Microsoft's registry.
 *
 * Peculiar: default tags of .NET are Debian up to 9.0 and Ubuntu from 10.0 on; the chiselled and distroless variants
 * run as uid 1654 since 8.0 and have no shell, and those of runtime and aspnet start dotnet; those of 6.0 and 7.0 are
 * left out. Windows images are listed for their distribution alone, nothing is ever edited on top of them.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { releaseNames } from "./distro-by-tag.ts";

const dotnetNames = (...names: readonly string[]): readonly string[] =>
	names.flatMap((name) => [`mcr.microsoft.com/dotnet/${name}`, `mcr.microsoft.com/dotnet/nightly/${name}`]);
const dotnet = dotnetNames("runtime-deps", "runtime", "aspnet", "sdk");
const dotnetCore = ["runtime-deps", "runtime", "aspnet", "sdk"].map((name) => `mcr.microsoft.com/dotnet/core/${name}`);
const dotnetSource = "github.com/dotnet/dotnet-docker: src";
const windowsSource = "learn.microsoft.com: Windows container base images";
const powershellSource = "github.com/PowerShell/PowerShell-Docker: release/*/*/docker/Dockerfile";
/** Development containers, by their present and their former name. */
const devcontainers = (...names: readonly string[]): readonly string[] =>
	names.flatMap((name) => [
		`mcr.microsoft.com/devcontainers/${name}`,
		`mcr.microsoft.com/vscode/devcontainers/${name}`,
	]);
/** .NET 8 and later. */
const since8 = (suffix: string): readonly string[] => [`8.*${suffix}*`, `9.*${suffix}*`, `1[0-9].*${suffix}*`];

export const microsoftImages: readonly CatalogueEntry[] = [
	{
		images: [
			"mcr.microsoft.com/windows",
			"mcr.microsoft.com/windows/*",
			"mcr.microsoft.com/windows/*/*",
			"mcr.microsoft.com/dotnet/framework/*",
			"mcr.microsoft.com/dotnet/framework/*/*",
			"microsoft/windowsservercore",
			"microsoft/nanoserver",
			"microsoft/iis",
			"microsoft/aspnet",
			"microsoft/dotnet-framework",
		],
		cmd: ["c:\\windows\\system32\\cmd.exe"],
		distro: "windows",
		source: windowsSource,
	},
	{
		images: [
			...dotnet,
			...dotnetCore,
			"mcr.microsoft.com/powershell",
			"mcr.microsoft.com/dotnet/monitor",
			"mcr.microsoft.com/dotnet/samples",
		],
		tags: ["*nanoserver*", "*windowsserver*"],
		distro: "windows",
		source: dotnetSource,
	},

	...[
		{ images: dotnetNames("runtime-deps") },
		{ images: dotnetNames("runtime", "aspnet"), entrypoint: ["/usr/bin/dotnet"], cmd: ["--info"] },
	].flatMap((row): readonly CatalogueEntry[] => [
		{
			...row,
			tags: since8("chiseled"),
			user: "1654",
			distro: "distroless",
			source: `${dotnetSource}/runtime-deps/10.0/noble-chiseled, runtime/10.0/noble-chiseled`,
		},
		{
			...row,
			tags: [...since8("azurelinux*distroless"), ...since8("mariner*distroless")],
			user: "1654",
			distro: "azurelinux-distroless",
			source: `${dotnetSource}/runtime-deps/10.0/azurelinux3.0-distroless, runtime/10.0/azurelinux3.0-distroless`,
		},
	]),
	{
		images: dotnet,
		tags: [...since8("azurelinux"), ...since8("mariner")],
		cmd: ["/bin/bash"],
		distro: "azurelinux",
		source: dotnetSource,
	},
	{
		images: dotnet,
		tags: ["[3-9].*-alpine*", "1[0-9].*-alpine*"],
		cmd: ["/bin/sh"],
		distro: "alpine",
		source: `${dotnetSource}/runtime-deps/*/alpine*`,
	},
	{
		images: dotnet,
		tags: ["6.0-jammy", "6.0-focal", "7.0-jammy", ...since8("jammy"), ...since8("noble"), ...since8("resolute")],
		cmd: ["/bin/bash"],
		distro: "ubuntu",
		source: `${dotnetSource}/runtime-deps/*/noble`,
	},
	{
		images: dotnet,
		tags: [
			"*-bookworm-slim*",
			"*-bullseye-slim*",
			"*-buster-slim*",
			"*-trixie-slim*",
			"3.1",
			"5.0",
			"6.0",
			"7.0",
			"8.0",
			"9.0",
			"[5-9].0.[0-9]",
			"[5-9].0.[0-9][0-9]",
			"[5-9].0.[0-9][0-9][0-9]",
			"3.1.[0-9]",
			"3.1.[0-9][0-9]",
			"3.1.[0-9][0-9][0-9]",
		],
		cmd: ["bash"],
		distro: "debian",
		source: `${dotnetSource}/runtime-deps/8.0/bookworm-slim`,
	},
	{
		images: dotnet,
		tags: ["latest", "10.0", "10.0.[0-9]", "10.0.[0-9][0-9]", "10.0.[0-9][0-9][0-9]"],
		cmd: ["/bin/bash"],
		distro: "ubuntu",
		source: `${dotnetSource}/runtime-deps/10.0/noble`,
	},
	{
		images: dotnet,
		tags: ["[3-9].[01]*-preview", "1[01].0-preview", "5.0-focal*", "5.0.[0-9]*-focal*"],
		cmd: "varies",
		distro: { "*focal*": "ubuntu" },
		source: `${dotnetSource}/runtime-deps (no ENTRYPOINT, no USER)`,
	},
	{
		images: dotnetCore,
		tags: ["2.[12]*-bionic*", "3.[01]*-bionic*", "3.[01]*-focal*", "2.[12].[0-9]*"],
		cmd: "varies",
		distro: { "*bionic*": "ubuntu", "*focal*": "ubuntu" },
		source: `${dotnetSource}: 2.1/runtime-deps, 3.1/runtime-deps`,
	},
	{ images: dotnetCore, tags: ["*alpine*"], cmd: ["/bin/sh"], distro: "alpine", source: dotnetSource },
	{
		images: dotnetCore,
		tags: [
			"2.[12]",
			"3.[01]",
			"2.1-stretch*",
			"2.2-stretch*",
			"3.[01]-buster*",
			"latest",
			"3.1.[0-9]",
			"3.1.[0-9][0-9]",
			"3.1.[0-9][0-9][0-9]",
		],
		cmd: ["bash"],
		distro: "debian",
		source: dotnetSource,
	},

	{
		images: ["mcr.microsoft.com/powershell"],
		tags: [
			...["alpine-3.*", "7.*-alpine-3.*", "lts-*alpine-3.*", "mariner-*", "7.[0-9]-mariner-*", "lts-*mariner-*"],
			...["*debian-1[01]*", "*debian-bullseye*", "*debian-buster*", "7.[0-2].*-ubuntu-*"],
		],
		cmd: ["pwsh"],
		distro: { "*alpine*": "alpine", "*mariner*": "azurelinux", "*debian*": "debian", "*ubuntu*": "ubuntu" },
		source: powershellSource,
	},
	// On Ubuntu and Debian, also releases that are no previews start pwsh-preview since 7.3 and 7.4.
	{
		images: ["mcr.microsoft.com/powershell"],
		tags: ["latest", "lts*", "7*", "alpine*", "ubuntu*", "debian*"],
		cmd: "varies",
		distro: { "*alpine*": "alpine", "*ubuntu*": "ubuntu", "*debian*": "debian", latest: "ubuntu" },
		source: powershellSource,
	},
	{
		images: devcontainers("javascript-node", "typescript-node"),
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["node"],
		distro: "debian",
		source: "github.com/devcontainers/images: src/javascript-node (ENTRYPOINT and CMD of node)",
	},
	{
		images: devcontainers("base"),
		tags: ["*alpine*"],
		cmd: ["/bin/sh"],
		distro: "alpine",
		source: "github.com/devcontainers/images: src/base-alpine",
	},
	{
		images: devcontainers(
			...["base", "cpp", "java", "python", "go", "rust", "ruby", "dotnet", "miniconda", "anaconda", "jekyll"],
		),
		cmd: "varies",
		distro: releaseNames,
		source: "github.com/devcontainers/images: src/*/.devcontainer/Dockerfile (no ENTRYPOINT and CMD of their own)",
	},
	{
		images: ["mcr.microsoft.com/azurelinux/base/core", "mcr.microsoft.com/cbl-mariner/base/core"],
		cmd: ["/bin/bash"],
		distro: "azurelinux",
		source: "github.com/microsoft/azurelinux: .pipelines/containerSourceData",
	},
	{
		images: [
			"mcr.microsoft.com/azurelinux/distroless/minimal",
			"mcr.microsoft.com/azurelinux/distroless/base",
			"mcr.microsoft.com/cbl-mariner/distroless/minimal",
			"mcr.microsoft.com/cbl-mariner/distroless/base",
		],
		tags: ["3.0", "2.0", "2.0.*-amd64", "3.0.*-amd64"],
		distro: "azurelinux-distroless",
		source: "github.com/microsoft/azurelinux: .pipelines/containerSourceData",
	},
	{
		images: [
			"mcr.microsoft.com/playwright",
			"mcr.microsoft.com/playwright/python",
			"mcr.microsoft.com/playwright/java",
			"mcr.microsoft.com/playwright/dotnet",
		],
		tags: ["v1.3[0-9]*", "v1.[4-9][0-9]*"],
		cmd: ["/bin/bash"],
		distro: "ubuntu",
		source: "github.com/microsoft/playwright: utils/docker/Dockerfile.* (no CMD of its own)",
	},
];
