/**
 * Programs whose names say what they do, whatever a Dockerfile copies: interpreters, servers and tools that do not
 * start a system init.
 */
const ORDINARY = new Set(
	`apache2 apachectl apache2ctl bash caddy cargo celery cron crond daphne dash deno dotnet envoy flask go grafana-server gunicorn haproxy httpd httpd-foreground
	apache2-foreground java lighttpd mariadbd memcached mix mongod mysqld nginx node nodejs npm npx perl php php-fpm pnpm postgres prometheus puma python
	python2 python3 R Rscript rackup rails redis-server ruby sh sleep sshd supervisord tail tomcat traefik uvicorn uwsgi varnishd yarn`.split(
		/\s+/,
	),
);

/** Whether a program is one of those that need not be looked for among the image's files. */
export function isOrdinaryProgram(program: string): boolean {
	const slash = program.lastIndexOf("/");
	return (
		ORDINARY.has(program.slice(slash + 1)) && (slash === -1 || /^(?:\/usr)?(?:\/local)?\/s?bin\/[^/]+$/.test(program))
	);
}
