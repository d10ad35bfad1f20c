import { describe, expect, it } from "vitest";
import { marked, runRule } from "./run-rule.ts";

const run = (source: string): ReturnType<typeof runRule> => runRule("package-manager-pid1", source);

describe("package-manager-pid1", () => {
	it.each([
		['CMD ["npm", "start"]', "npm"],
		['CMD ["npm", "run", "start:prod"]', "npm"],
		['CMD ["/usr/local/bin/yarn", "start"]', "yarn"],
		['CMD ["yarn", "--cwd=/app", "run", "serve"]', "yarn"],
		['ENTRYPOINT ["pnpm", "--silent", "run", "serve"]', "pnpm"],
		['CMD ["npx", "serve", "-s"]', "npx"],
		['CMD ["npx", "serve", "build"]', "npx"],
		['CMD ["npm", "run", "serve", "test"]', "npm"],
		['CMD ["npm", "exec", "--", "serve", "-s"]', "npm"],
		['CMD ["pnpm", "dlx", "serve"]', "pnpm"],
		['CMD ["yarnpkg", "start"]', "yarnpkg"],
		["CMD npm start", "npm"],
		["CMD exec npm start", "npm"],
		["CMD node migrate.js && npm start", "npm"],
		["CMD cd /app; PORT=80 npm run start 2>&1", "npm"],
		['ENTRYPOINT ["tini", "--"]\nCMD ["npm", "start"]', "npm"],
		['ENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["npm", "start"]', "npm"],
		['ENTRYPOINT ["tini", "--", "docker-entrypoint.sh"]\nCMD ["npm", "start"]', "npm"],
		['CMD ["sh", "-c", "npm start"]', "npm"],
		['CMD ["gosu", "node", "npm", "start"]', "npm"],
		['CMD ["env", "A=b", "npm", "start"]', "npm"],
	])("finds %s", (text, manager) => {
		const found = run(`FROM debian\n${text}\n`);
		expect(marked(found)).toEqual([text.split("\n").at(-1)]);
		expect(found[0]?.message).toBe(
			`${manager} keeps running as the parent of the program and does not reliably forward SIGTERM to it; run the script's command instead, such as node server.js`,
		);
	});

	it.each([
		['CMD ["go", "run", "."]', "go", "compile with go build in the Dockerfile, and run the result"],
		['CMD ["composer", "run", "serve"]', "composer", "run the script's command instead, such as php server.php"],
		['CMD ["lein", "run"]', "lein", "run the program's jar instead, as in java -jar app.jar"],
		['CMD ["gradle", "bootRun"]', "gradle", "build the jar in the Dockerfile, and run it with java -jar"],
		['CMD ["./gradlew", ":app:run"]', "gradlew", "build the jar in the Dockerfile, and run it with java -jar"],
		['CMD ["forever", "server.js"]', "forever", "run the script's command instead, such as node server.js"],
		['CMD ["run-p", "build", "serve"]', "run-p", "run the script's command instead, such as node server.js"],
	])("finds %s, which does not send the signal on, either", (text, launcher, advice) => {
		expect(run(`FROM debian\n${text}\n`).map(({ message }) => message)).toEqual([
			`${launcher} keeps running as the parent of the program and does not reliably forward SIGTERM to it; ${advice}`,
		]);
	});

	it("says something else where the whole group gets the signal", () => {
		const [found] = run('FROM debian\nENTRYPOINT ["dumb-init", "--"]\nCMD ["npm", "start"]\n');
		expect(found?.message).toBe(
			"npm stays in memory, gets every signal as well and may exit before the program; run the script's command instead, such as node server.js",
		);
	});

	it("finds it after the base's own ENTRYPOINT", () => {
		expect(marked(run('FROM node:22\nCMD ["npm", "start"]\n'))).toEqual(['CMD ["npm", "start"]']);
	});

	it("finds it on an unknown base", () => {
		expect(marked(run("FROM acme/node\nCMD npm start\n"))).toEqual(["CMD npm start"]);
	});

	it.each([
		'CMD ["node", "server.js"]',
		'CMD ["npm", "test"]',
		'CMD ["npm", "run", "test:unit"]',
		'CMD ["pnpm", "exec", "prisma", "migrate", "deploy"]',
		'CMD ["npx", "playwright", "test"]',
		'CMD ["yarn", "exec", "knex", "migrate:latest"]',
		'CMD ["npx", "jest", "--ci"]',
		'CMD ["yarn", "cypress", "run"]',
		'CMD ["npm", "--version"]',
		'CMD ["npm"]',
		'ENTRYPOINT ["npm"]\nCMD [""]',
		'CMD ["yarn"]',
		'CMD ["yarn", "install"]',
		'CMD ["bun", "run", "start"]',
		'CMD ["go", "run", "./cmd/migrate"]',
		'CMD ["go", "test", "./..."]',
		'CMD ["composer", "install"]',
		'CMD ["composer", "run", "test"]',
		'CMD ["lein", "trampoline", "run"]',
		'CMD ["cargo", "run"]',
		'CMD ["gradle"]',
		'CMD ["gradle", "build"]',
		'CMD ["gradle", "--no-daemon", "run"]',
		'CMD ["forever", "start", "server.js"]',
		'CMD ["mvn", "spring-boot:run"]',
		'CMD ["dotnet", "run"]',
		'CMD ["app", "npm", "start"]',
		"CMD npm install && node server.js",
		"CMD npm start & nginx",
		"CMD echo npm start",
		'CMD ["npm", "start"]\nCMD ["node", "server.js"]',
		'ENTRYPOINT exec node server.js\nCMD ["npm", "start"]',
	])("leaves %s alone", (text) => {
		expect(run(`FROM debian\n${text}\n`)).toEqual([]);
	});

	it("leaves stages alone that nobody can run", () => {
		expect(run('FROM node\nCMD ["npm", "start"]\nFROM debian\nCMD ["a"]\n')).toEqual([]);
	});
});
