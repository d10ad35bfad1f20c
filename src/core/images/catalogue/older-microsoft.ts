/**
 * Microsoft's images on Docker Hub, from the time before its own registry, and its images for Azure.
 *
 * Peculiar: what Azure Functions run comes from CMD, except in the variants for App Service; only those with
 * an ENTRYPOINT are listed.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";

const windows = ["*nanoserver*", "*windowsservercore*"];
const dotnetSource = "github.com/dotnet/dotnet-docker: 1.1, 2.0, 2.1, 2.2 (no ENTRYPOINT, no USER)";
const aspnetSource = "github.com/aspnet/aspnet-docker: 1.1, 2.0 (no ENTRYPOINT, no USER)";
const functionsSource = "github.com/Azure/azure-functions-docker: host";
const functions = (...names: readonly string[]): readonly string[] =>
	names.map((name) => `mcr.microsoft.com/azure-functions/${name}`);

const appService = {
	entrypoint: ["/azure-functions-host/start.sh"],
	distro: "debian",
	source: `${functionsSource}/*/*/amd64/*/*-appservice.Dockerfile`,
} as const;

export const olderMicrosoft: readonly CatalogueEntry[] = [
	{
		images: ["microsoft/dotnet", "microsoft/aspnetcore", "microsoft/aspnetcore-build"],
		tags: windows,
		distro: "windows",
		source: dotnetSource,
	},
	{
		images: ["microsoft/dotnet"],
		tags: ["latest", "sdk", "runtime", "aspnetcore-runtime", "1.[01]*", "2.[0-2]*", "3.0*"],
		cmd: "varies",
		distro: { "*alpine*": "alpine", "*bionic*": "ubuntu", "*": "debian" },
		source: dotnetSource,
	},
	{
		images: ["microsoft/aspnetcore", "microsoft/aspnetcore-build"],
		tags: ["latest", "1.[01]*", "2.0*", "1-2*", "1.0-*"],
		cmd: "varies",
		distro: "debian",
		source: aspnetSource,
	},
	{
		images: ["microsoft/mssql-server-linux"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/microsoft/mssql-docker: linux/mssql-server-linux/Dockerfile",
	},
	{
		images: ["mcr.microsoft.com/mssql-tools", "microsoft/mssql-tools"],
		cmd: ["/bin/sh", "-c", "/bin/bash"],
		source: "github.com/microsoft/mssql-docker: linux/mssql-tools/Dockerfile.*",
	},
	{
		images: ["mcr.microsoft.com/azure-cli", "microsoft/azure-cli"],
		cmd: "varies",
		source: "github.com/Azure/azure-cli: Dockerfile",
	},
	{
		images: functions("dotnet", "dotnet-isolated", "java", "node", "powershell", "python"),
		tags: ["3.0-*-appservice", "2.0-*-appservice", "3.0-appservice", "2.0-appservice"],
		...appService,
	},
	// In those of the others, the newest have a CMD instead.
	{ images: functions("dotnet", "dotnet-isolated", "java"), tags: ["4-appservice"], ...appService },
	{
		images: functions("base", "dotnet", "dotnet-isolated", "java", "node", "powershell", "python"),
		tags: ["2.0", "2.0-*", "3.0", "3.0-*", "4", "4-slim", "4-powershell7", "4-powershell7.[0-9]"],
		cmd: "varies",
		distro: { "*bionic*": "ubuntu", "*": "debian" },
		source: `${functionsSource}/3.0/buster/amd64, host/4/bullseye`,
	},
	{
		images: ["mcr.microsoft.com/azureml/openmpi*-ubuntu*", "mcr.microsoft.com/azureml/intelmpi*-ubuntu*"],
		cmd: "varies",
		user: "root:root",
		distro: "ubuntu",
		source: "github.com/Azure/AzureML-Containers: base/cpu/*/Dockerfile",
	},
	{
		images: ["mcr.microsoft.com/powershell"],
		tags: ["preview", "preview-alpine*", "preview-ubuntu*", "preview-debian*"],
		cmd: "varies",
		distro: { "*alpine*": "alpine", "*ubuntu*": "ubuntu", "*debian*": "debian" },
		source: "github.com/PowerShell/PowerShell-Docker: release/*/*/docker/Dockerfile",
	},
	...[
		{ images: ["mcr.microsoft.com/playwright"], tags: ["v1.9.*", "v1.1[0-9].*", "v1.2[0-9].*"] },
		{ images: ["mcr.microsoft.com/playwright/python"], tags: ["v1.2[0-9].*"] },
	].map(
		(row): CatalogueEntry => ({
			...row,
			cmd: "varies",
			distro: "ubuntu",
			source: "github.com/microsoft/playwright, github.com/microsoft/playwright-python: utils/docker/Dockerfile.*",
		}),
	),
	{
		images: ["mcr.microsoft.com/playwright"],
		tags: ["latest", "next*", "focal", "bionic", "jammy", "noble", "v-*"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/microsoft/playwright: utils/docker/Dockerfile.*",
	},
	{
		images: ["mcr.microsoft.com/devcontainers/php", "mcr.microsoft.com/vscode/devcontainers/php"],
		entrypoint: ["docker-php-entrypoint"],
		cmd: "varies",
		stopSignal: "SIGWINCH",
		distro: debianOrAlpine,
		source: "github.com/devcontainers/images: src/php/.devcontainer/Dockerfile (ENTRYPOINT and STOPSIGNAL of php)",
	},
];
