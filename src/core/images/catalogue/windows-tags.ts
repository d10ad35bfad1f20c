/**
 * Windows variants of Docker Official Images. Only their distribution counts: nothing is ever edited in a stage built
 * on Windows, so their commands are not listed here. These rows stand before all others.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

export const windowsTags: readonly CatalogueEntry[] = [
	{
		images: [
			"adoptopenjdk",
			"adoptopenjdk/openjdk*",
			"amazoncorretto",
			"caddy",
			"docker",
			"eclipse-temurin",
			"golang",
			"groovy",
			"haxe",
			"hello-world",
			"hylang",
			"ibm-semeru-runtimes",
			"julia",
			"maven",
			"mongo",
			"nats",
			"nats-streaming",
			"node",
			"openjdk",
			"pypy",
			"python",
			"ruby",
			"rust",
			"sapmachine",
			"swift",
			"telegraf",
			"traefik",
		],
		tags: ["*windowsservercore*", "*nanoserver*"],
		distro: "windows",
		source: "github.com/docker-library/official-images: library/*",
	},
];
