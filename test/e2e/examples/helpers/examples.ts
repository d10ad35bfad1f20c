/** What the tests see when an example runs, before and after the rewrite. */
export interface Example {
	/** Its folder. */
	readonly name: string;
	/** The base images that its build needs. */
	readonly bases: readonly string[];
	/** Flags for its build. */
	readonly flags?: readonly string[];
	/** What the base images are if no registry is reachable. */
	readonly standIn: string;
	readonly port: number;
	readonly answer: RegExp;
	/** The words that the rewrite puts in front of ENTRYPOINT, and the words that were there before. */
	readonly init: readonly string[];
	readonly initBefore: readonly string[];
	/** The processes after the rewrite. */
	readonly tree: readonly string[];
	/** Whether the example starts other processes below these, which come and go. */
	readonly hasJobs?: boolean;
	/** All processes run as this user, before and after the rewrite. */
	readonly user: number;
	/** 137 means that it was killed after ten seconds. Any other exit code has a reason. */
	readonly exitCodeBefore: number;
	readonly whyBefore?: string;
	readonly exitCode: number;
	/** The program itself takes up to this time to exit. */
	readonly seconds?: number;
}

const pidone = ["/sbin/pidone", "--"];
const pythonShell = '/bin/sh -c python -m app --port "$PORT" --workers "$WORKERS"';

/** All examples with a Dockerfile, except php-fpm-supervisor, which has its own test. */
export const examples: readonly Example[] = [
	{
		name: "alpine-mirror",
		bases: ["pidone-stand-in/alpine:3.20"],
		flags: ["--build-context", "alpine:3.20=docker-image://pidone-stand-in/alpine:3.20"],
		standIn: "a stand-in for alpine:3.20: busybox, with an apk that checks its arguments and copies a static tini",
		port: 8080,
		answer: /^HTTP\/1\.0 200 OK/,
		init: ["/sbin/tini", "--"],
		initBefore: [],
		tree: ["/sbin/tini -- /usr/local/bin/serve", "  /bin/sh /usr/local/bin/serve"],
		hasJobs: true,
		user: 10001,
		exitCodeBefore: 137,
		exitCode: 143,
	},
	{
		name: "dumb-init-to-pidone",
		bases: ["debian:bookworm-slim"],
		standIn: "Debian",
		port: 8080,
		answer: /html/,
		init: ["/sbin/pidone", "-g", "--setsid", "-r", "15:3", "--"],
		initBefore: ["/usr/bin/dumb-init", "-r", "15:3", "--"],
		tree: [
			"/sbin/pidone -g --setsid -r 15:3 -- nginx -g daemon off;",
			"  nginx: master process nginx -g daemon off;",
			"    nginx: worker process",
		],
		user: 33,
		exitCodeBefore: 0,
		whyBefore: "dumb-init was its init",
		exitCode: 0,
	},
	{
		name: "go-scratch",
		bases: ["golang:1.23"],
		standIn: "a stand-in for golang:1.23: Debian's Go",
		port: 8080,
		answer: /Hello from Go/,
		init: pidone,
		initBefore: [],
		tree: ["/sbin/pidone -- /server -listen :8080", "  /server -listen :8080"],
		user: 65534,
		exitCodeBefore: 2,
		whyBefore: "Go's runtime handles SIGTERM as PID 1",
		exitCode: 143,
	},
	{
		name: "java",
		bases: ["eclipse-temurin:21-jdk", "eclipse-temurin:21-jre"],
		standIn: "a stand-in for eclipse-temurin:21: Debian's OpenJDK",
		port: 8080,
		answer: /Hello from Java/,
		init: ["/sbin/pidone", "-g", "--"],
		initBefore: [],
		tree: [
			"/sbin/pidone -g -- /bin/sh -c java $JAVA_OPTS -jar app.jar",
			"  /bin/sh -c java $JAVA_OPTS -jar app.jar",
			"    java -XX:MaxRAMPercentage=75 -jar app.jar",
		],
		user: 10001,
		exitCodeBefore: 137,
		exitCode: 143,
		// Java 17's server waits for the full five seconds that it is given, even if there are no requests.
		seconds: 8,
	},
	{
		name: "node",
		bases: ["node:22-slim"],
		standIn: "a stand-in for node:22-slim: this machine's Node.js",
		port: 3000,
		answer: /Hello from Node\.js/,
		init: pidone,
		initBefore: [],
		tree: ["/sbin/pidone -- docker-entrypoint.sh node server.js", "  node server.js"],
		user: 1000,
		exitCodeBefore: 137,
		exitCode: 143,
	},
	{
		name: "python",
		bases: ["python:3.12-slim"],
		standIn: "a stand-in for python:3.12-slim: Debian's Python",
		port: 8000,
		answer: /Hello from Python/,
		init: ["/sbin/pidone", "-g", "--"],
		initBefore: [],
		tree: [
			`/sbin/pidone -g -- ${pythonShell}`,
			`  ${pythonShell}`,
			"    python -m app --port 8000 --workers 2",
			"      python -m app --port 8000 --workers 2",
			"      python -m app --port 8000 --workers 2",
		],
		user: 10001,
		exitCodeBefore: 137,
		exitCode: 143,
		// Its workers check every half second whether they have to exit.
		seconds: 2,
	},
];
