/**
 * Browsers without a screen, to test and to print web pages with.
 *
 * Peculiar: browserless started its programs through dumb-init until 1.23, and by a script of its own after that.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const chromeSource = "github.com/Zenika/alpine-chrome";

export const browserImages: readonly CatalogueEntry[] = [
	{
		images: ["zenika/alpine-chrome"],
		tags: ["latest"],
		entrypoint: ["chromium-browser", "--headless"],
		user: "chrome",
		distro: "alpine",
		source: `${chromeSource}: Dockerfile`,
	},
	{
		images: ["zenika/alpine-chrome"],
		tags: ["with-chromedriver"],
		entrypoint: ["chromedriver", "--allowed-ips=", "--allowed-origins=*"],
		user: "chrome",
		distro: "alpine",
		source: `${chromeSource}: with-chromedriver/Dockerfile`,
	},
	{
		images: ["alekzonder/puppeteer"],
		tags: ["latest", "1", "1.1.*"],
		entrypoint: ["dumb-init", "--"],
		cmd: ["node", "index.js"],
		user: "pptruser",
		distro: "debian",
		source: "github.com/alekzonder/docker-puppeteer: Dockerfile",
	},
	{
		images: ["alekzonder/puppeteer"],
		tags: ["1.0.0"],
		cmd: ["node", "index.js"],
		distro: "debian",
		source: "github.com/alekzonder/docker-puppeteer: Dockerfile",
	},
	{
		images: ["buildkite/puppeteer"],
		tags: ["latest", "v3.0.[1-4]", "v3.3.0", "5.2.1", "7.1.0", "8.0.0", "9.1.1", "10.0.0"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: "varies",
		distro: "debian",
		source: "github.com/buildkite/docker-puppeteer: Dockerfile (ENTRYPOINT of node)",
	},
	{
		images: ["browserless/base"],
		tags: ["latest", "1.*"],
		cmd: "varies",
		source: "github.com/browserless/browserless: base/Dockerfile (v1, no CMD of its own)",
	},
	{
		images: ["browserless/chrome"],
		tags: ["1.2[5-9]*", "1.[3-6][0-9]*"],
		cmd: ["./start.sh"],
		user: "blessuser",
		// Since 1.59, they are built on releases of Ubuntu whose packages are no longer where these look for them.
		distro: { "1.2[5-9]*": "ubuntu", "1.[34][0-9]*": "ubuntu", "1.5[0-8]*": "ubuntu" },
		release: { "1.2[5-9]*": "18.04", "1.3[0-3]*": "18.04" },
		source: "github.com/browserless/browserless: Dockerfile (since v1.25), base/Dockerfile",
	},
	{
		// Built on Ubuntu 23.04, whose packages are no longer where it looks for them.
		images: ["browserless/chrome"],
		tags: ["latest"],
		cmd: ["./start.sh"],
		user: "blessuser",
		source: "github.com/browserless/browserless: Dockerfile (v1), base/Dockerfile",
	},
	{
		images: ["chrome", "chromium", "edge", "firefox", "multi", "webkit"].map((name) => `ghcr.io/browserless/${name}`),
		cmd: "varies",
		user: "blessuser",
		distro: "ubuntu",
		source: "github.com/browserless/browserless: docker/*/Dockerfile",
	},
	{
		images: ["hub", "node-*", "standalone-*"].map((name) => `selenium/${name}`),
		tags: ["4", "9[0-9].0", "9[0-9].0-*", "10[0-9].0", "10[0-9].0-*"],
		cmd: ["/opt/bin/entry_point.sh"],
		user: "1200",
		distro: "ubuntu",
		source: "github.com/SeleniumHQ/docker-selenium: Base/Dockerfile, Hub/Dockerfile, Standalone/Dockerfile (4.*)",
	},
];
