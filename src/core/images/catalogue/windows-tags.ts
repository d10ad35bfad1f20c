/**
 * Windows variants of Docker Official Images and of Jenkins' images. Only their distribution counts: nothing is ever
 * edited in a stage built on Windows, so their commands are not listed here. These rows stand before all others.
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
			"jenkins/agent",
			"jenkins/inbound-agent",
			"jenkins/jenkins",
			"jenkins/jnlp-slave",
			"jenkins/slave",
			"jenkins/ssh-agent",
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
		tags: ["*windows*", "*nanoserver*"],
		distro: "windows",
		source: "github.com/docker-library/official-images: library/*; github.com/jenkinsci: docker-*",
	},
];
