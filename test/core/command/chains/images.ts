import type { ChainCase } from "./chain-case.ts";

interface Image {
	/** Instructions before those for the script. */
	readonly setup?: string;
	readonly entrypoint?: readonly string[];
	readonly cmd?: readonly string[];
	readonly script: string;
	readonly files?: Readonly<Record<string, string>>;
	readonly chains: readonly string[];
}

/**
 * What an image's own entrypoint does, in a few lines of ours. The script is `e.sh` in the context, and /e.sh in the
 * image.
 */
function image(title: string, { setup, entrypoint = ["/e.sh"], cmd, script, files, chains }: Image): ChainCase {
	const lines = [...(setup === undefined ? [] : [setup]), "COPY e.sh /", `ENTRYPOINT ${JSON.stringify(entrypoint)}`];
	return {
		title,
		dockerfile: [...lines, ...(cmd === undefined ? [] : [`CMD ${JSON.stringify(cmd)}`])].join("\n"),
		files: { "e.sh": script, ...files },
		chains,
	};
}

const DROP =
	'if [ "$1" = SERVER ] && [ "$(id -u)" = 0 ]; then\n\tchown -R app /data\n\texec gosu app "$0" "$@"\nfi\nexec "$@"\n';
/** If the server is started as root, the script drops its privileges and starts itself again. */
function dropsRights(server: string): string {
	return `#!/bin/bash\nset -e\n${DROP.replace("SERVER", server)}`;
}

const AGAIN = (server: string): readonly string[] => [
	`/e.sh = ${server} (e.sh:7)`,
	`/e.sh = gosu (e.sh:5) = /e.sh (e.sh:5) = ${server} (e.sh:7)`,
];

export const images: readonly ChainCase[] = [
	image("postgres", {
		cmd: ["postgres"],
		script:
			'#!/usr/bin/env bash\nset -Eeo pipefail\ninit_dir() {\n\tmkdir -p "$PGDATA"\n}\nis_sourced() {\n\t[ "${#FUNCNAME[@]}" -ge 2 ]\n}\nmain() {\n\tif [ "${1:0:1}" = \'-\' ]; then\n\t\tset -- postgres "$@"\n\tfi\n\tif [ "$1" = postgres ]; then\n\t\tinit_dir\n\t\tif [ "$(id -u)" = 0 ]; then\n\t\t\texec gosu postgres "$BASH_SOURCE" "$@"\n\t\tfi\n\tfi\n\texec "$@"\n}\nif ! is_sourced; then\n\tmain "$@"\nfi\n',
		chains: ["/e.sh = postgres (e.sh:19)", "/e.sh = gosu (e.sh:16) = /e.sh (e.sh:16) = postgres (e.sh:19)"],
	}),
	image("mysql, with options alone", {
		cmd: ["--character-set-server=utf8mb4"],
		script:
			'#!/bin/bash\nset -eo pipefail\nshopt -s nullglob\nmysql_note() {\n\tlocal type="$1"; shift\n\tprintf "%s [%s]: %s\\n" "$(date)" "$type" "$*"\n}\n_main() {\n\tif [ "${1:0:1}" = "-" ]; then\n\t\tset -- mysqld "$@"\n\tfi\n\tif [ "$1" = mysqld ]; then\n\t\tmysql_note Note start\n\t\tif [ "$(id -u)" = 0 ]; then exec gosu mysql "$BASH_SOURCE" "$@"; fi\n\tfi\n\texec "$@"\n}\n_main "$@"\n',
		chains: [
			"/e.sh = mysqld --character-set-server=utf8mb4 (e.sh:16)",
			"/e.sh = gosu (e.sh:14) = /e.sh (e.sh:14) = mysqld --character-set-server=utf8mb4 (e.sh:16)",
		],
	}),
	image("mariadb, in its own function for the server", {
		cmd: ["mariadbd"],
		script:
			'#!/bin/bash\nmariadbd_is() { [ "$1" = mariadbd ] || [ "$1" = mysqld ]; }\nrun() {\n\tif mariadbd_is "$@"; then\n\t\texec "$@"\n\tfi\n\texec other "$@"\n}\nrun "$@"\n',
		chains: ["/e.sh = mariadbd (e.sh:5)"],
	}),
	image("redis", {
		cmd: ["redis-server", "/etc/redis.conf"],
		script:
			'#!/bin/sh\nset -e\nif [ "${1#-}" != "$1" ] || [ "${1%.conf}" != "$1" ]; then\n\tset -- redis-server "$@"\nfi\nif [ "$1" = redis-server -a "$(id -u)" = 0 ]; then\n\tfind . \\! -user redis -exec chown redis \'{}\' +\n\texec setpriv --reuid=redis --regid=redis --clear-groups -- "$0" "$@"\nfi\num="$(umask)"\nexec "$@"\n',
		chains: [
			"/e.sh = redis-server /etc/redis.conf (e.sh:11)",
			"/e.sh = setpriv (e.sh:8) = /e.sh (e.sh:8) = redis-server /etc/redis.conf (e.sh:11)",
		],
	}),
	image("redis with a file of its configuration alone", {
		cmd: ["/etc/redis.conf"],
		script:
			'#!/bin/sh\nif [ "${1#-}" != "$1" ] || [ "${1%.conf}" != "$1" ]; then\n\tset -- redis-server "$@"\nfi\nexec "$@"\n',
		chains: ["/e.sh = redis-server /etc/redis.conf (e.sh:5)"],
	}),
	image("mongo with numactl", {
		cmd: ["mongod"],
		script:
			'#!/bin/bash\nset -Eeuo pipefail\nif [ "${1:0:1}" = - ]; then set -- mongod "$@"; fi\noriginal="$1"\nif [[ "$original" == mongo* ]]; then\n\tnuma="numactl --interleave=all"\n\tif $numa true &> /dev/null; then set -- $numa "$@"; fi\nfi\nexec "$@"\n',
		chains: ["/e.sh = mongod (e.sh:9)", "/e.sh = numactl (e.sh:9) = mongod (e.sh:9)"],
	}),
	image("nginx", {
		setup: "COPY docker-entrypoint.d /docker-entrypoint.d",
		cmd: ["nginx", "-g", "daemon off;"],
		script:
			'#!/bin/sh\nset -e\nif [ "$1" = nginx ] || [ "$1" = nginx-debug ]; then\n\tif find /docker-entrypoint.d/ -mindepth 1 -print -quit | read v; then\n\t\tfind /docker-entrypoint.d/ -follow -type f | sort -V | while read -r f; do\n\t\t\tcase "$f" in\n\t\t\t\t*.envsh) . "$f" ;;\n\t\t\t\t*.sh) "$f" ;;\n\t\t\tesac\n\t\tdone\n\tfi\nfi\nexec "$@"\n',
		chains: ["/e.sh = nginx -g daemon off; (e.sh:13)"],
	}),
	image("httpd", {
		cmd: ["httpd-foreground"],
		script: '#!/bin/sh\nset -e\nrm -f /usr/local/apache2/logs/httpd.pid\nexec httpd -DFOREGROUND "$@"\n',
		chains: ["/e.sh = httpd -DFOREGROUND httpd-foreground (e.sh:4)"],
	}),
	image("php with options alone", {
		cmd: ["-a"],
		script: '#!/bin/sh\nset -e\nif [ "${1#-}" != "$1" ]; then\n\tset -- php "$@"\nfi\nexec "$@"\n',
		chains: ["/e.sh = php -a (e.sh:6)"],
	}),
	image("wordpress", {
		cmd: ["apache2-foreground"],
		script:
			'#!/usr/bin/env bash\nset -Eeuo pipefail\nif [[ "$1" == apache2* ]] || [ "$1" = "php-fpm" ]; then\n\tuid="$(id -u)"\n\tif [ "$uid" = 0 ]; then user=www-data; else user=$uid; fi\n\tif [ ! -e index.php ]; then\n\t\ttarArgs=(--create --file -)\n\t\ttar "${tarArgs[@]}" . | tar --extract\n\tfi\nfi\nexec "$@"\n',
		chains: ["/e.sh = apache2-foreground (e.sh:11)"],
	}),
	image("rabbitmq", {
		cmd: ["rabbitmq-server"],
		script:
			'#!/bin/bash\nif [[ "$1" == rabbitmq* ]] && [ "$(id -u)" = 0 ]; then\n\texec gosu rabbitmq "$BASH_SOURCE" "$@"\nfi\nexec "$@"\n',
		chains: ["/e.sh = rabbitmq-server (e.sh:5)", "/e.sh = gosu (e.sh:3) = /e.sh (e.sh:3) = rabbitmq-server (e.sh:5)"],
	}),
	image("elasticsearch: tini in front, eswrapper as a word of its own", {
		entrypoint: ["/bin/tini", "--", "/e.sh"],
		cmd: ["eswrapper"],
		script:
			'#!/bin/bash\nset -e\nrun_as_other() {\n\tif [[ "$1" != "eswrapper" ]]; then\n\t\tif [[ "$(id -u)" == "0" && $(basename "$1") != "elasticsearch" ]]; then\n\t\t\texec chroot --userspec=1000 / "$@"\n\t\tfi\n\t\texec "$@"\n\tfi\n}\nrun_as_other "$@"\nif [[ "$(id -u)" == "0" ]]; then\n\texec chroot / /usr/share/elasticsearch/bin/elasticsearch <<<"$KEYSTORE_PASSWORD"\nelse\n\texec /usr/share/elasticsearch/bin/elasticsearch\nfi\n',
		chains: [
			"/bin/tini > /e.sh = /usr/share/elasticsearch/bin/elasticsearch (e.sh:15)",
			"/bin/tini > /e.sh = chroot (e.sh:13) = /usr/share/elasticsearch/bin/elasticsearch (e.sh:13)",
		],
	}),
	image("kibana: long options from the environment", {
		entrypoint: ["/bin/tini", "--"],
		cmd: ["/e.sh"],
		script:
			'#!/bin/bash\nlongopts=""\nfor name in ELASTIC_URL SERVER_HOST; do\n\tvalue="${!name}"\n\tif [[ -n "$value" ]]; then longopts+=" --${name}=${value}"; fi\ndone\nexec /usr/share/kibana/bin/kibana --cpu=1 ${longopts} "$@"\n',
		chains: [
			"/bin/tini > /e.sh = /usr/share/kibana/bin/kibana --cpu=1 (e.sh:7)",
			"/bin/tini > /e.sh = /usr/share/kibana/bin/kibana --cpu=1 --SERVER_HOST=${!name} (e.sh:7)",
			"/bin/tini > /e.sh = /usr/share/kibana/bin/kibana --cpu=1 --ELASTIC_URL=${!name} (e.sh:7)",
			"/bin/tini > /e.sh = /usr/share/kibana/bin/kibana --cpu=1 --ELASTIC_URL=${!name} --SERVER_HOST=${!name} (e.sh:7)",
		],
	}),
	image("solr: a script of PATH for the foreground", {
		setup: "COPY solr-foreground /opt/solr/bin/\nENV PATH=/opt/solr/bin:$PATH",
		cmd: ["solr-foreground"],
		script:
			'#!/usr/bin/env bash\nset -e\nif [[ "$1" =~ ^(-|solr$) ]]; then set -- solr "$@"; fi\nif [[ "$1" = -* ]]; then set -- solr-foreground "$@"; fi\nexec "$@"\n',
		files: { "solr-foreground": '#!/usr/bin/env bash\nset -e\n. /opt/solr/bin/run-initdb\nexec solr start -f "$@"\n' },
		chains: [
			"/e.sh = solr-foreground (e.sh:5) = solr start -f (solr-foreground:4)",
			"/e.sh = solr solr-foreground (e.sh:5)",
		],
	}),
	image("cassandra", { cmd: ["cassandra", "-f"], script: dropsRights("cassandra"), chains: AGAIN("cassandra -f") }),
	image("memcached", {
		cmd: ["memcached", "-m", "64"],
		script: '#!/bin/sh\nset -e\nif [ "${1#-}" != "$1" ]; then set -- memcached "$@"; fi\nexec "$@"\n',
		chains: ["/e.sh = memcached -m 64 (e.sh:4)"],
	}),
	image("ghost", {
		cmd: ["node", "current/index.js"],
		script: dropsRights("node*").replace('[ "$1" = node* ]', '[[ "$1" == node* ]]'),
		chains: AGAIN("node current/index.js"),
	}),
	image("node: a file is a program where there is none of the name", {
		cmd: ["server.js"],
		script:
			'#!/bin/sh\nset -e\nif [ "${1#-}" != "${1}" ] || [ -z "$(command -v "${1}")" ] || { [ -f "${1}" ] && ! [ -x "${1}" ]; }; then\n  set -- node "$@"\nfi\nexec "$@"\n',
		chains: ["/e.sh = server.js (e.sh:6)", "/e.sh = node server.js (e.sh:6)"],
	}),
	{
		title: "node's own image, whose script passes its arguments on",
		dockerfile: 'FROM node:22\nCMD ["npm", "start"]',
		chains: ["docker-entrypoint.sh = npm start"],
	},
	{
		title: "php-fpm's own image",
		dockerfile: 'FROM php:8.3-fpm\nCMD ["php-fpm", "-R"]',
		chains: ["docker-php-entrypoint = php-fpm -R"],
	},
	{
		title: "python's own image, without a script",
		dockerfile: 'FROM python:3.12-slim\nCMD ["python", "app.py"]',
		chains: ["python app.py"],
	},
	{
		title: "nginx's own image",
		dockerfile: 'FROM nginx:1.27\nCMD ["nginx", "-g", "daemon off;"]',
		chains: ["/docker-entrypoint.sh = nginx -g daemon off;"],
	},
	{
		title: "temurin's own image",
		dockerfile: 'FROM eclipse-temurin:21-jre\nCOPY app.jar /\nCMD ["java", "-jar", "/app.jar"]',
		chains: ["/__cacert_entrypoint.sh = java -jar /app.jar"],
	},
	image("rails: the server prepares its database", {
		setup: "WORKDIR /rails",
		cmd: ["./bin/rails", "server"],
		script:
			'#!/bin/bash -e\nif [ -z "${LD_PRELOAD+x}" ]; then\n    LD_PRELOAD=$(find /usr/lib -name libjemalloc.so.2 -print -quit)\n    export LD_PRELOAD\nfi\nif [ "${@: -2:1}" == "./bin/rails" ] && [ "${@: -1:1}" == "server" ]; then\n  ./bin/rails db:prepare\nfi\nexec "${@}"\n',
		chains: ["/e.sh = ./bin/rails server (e.sh:9)"],
	}),
	image("a Rails image of its own: a stale pid, then bundle", {
		cmd: ["bundle", "exec", "puma", "-C", "config/puma.rb"],
		script: '#!/bin/bash\nset -e\nrm -f /app/tmp/pids/server.pid\nbundle check || bundle install\nexec "$@"\n',
		chains: ["/e.sh = bundle (e.sh:5) = puma -C config/puma.rb (e.sh:5)"],
	}),
	image("jenkins: options for java from the environment", {
		entrypoint: ["/usr/bin/tini", "--", "/e.sh"],
		script:
			'#! /bin/bash -e\n: "${JENKINS_WAR:="/usr/share/jenkins/jenkins.war"}"\nif [[ $# -lt 1 ]] || [[ "$1" == "--"* ]]; then\n  java_opts_array=()\n  while IFS= read -r -d \'\' item; do\n    java_opts_array+=( "$item" )\n  done < <([[ $JAVA_OPTS ]] && xargs printf \'%s\\0\' <<<"$JAVA_OPTS")\n  exec java -Duser.home=/var "${java_opts_array[@]}" -jar /jenkins.war "$@"\nfi\nexec "$@"\n',
		chains: [
			"/usr/bin/tini > /e.sh = java -Duser.home=/var $item -jar /jenkins.war (e.sh:8)",
			"/usr/bin/tini > /e.sh = java -Duser.home=/var -jar /jenkins.war (e.sh:8)",
		],
	}),
	image("sonarqube", {
		cmd: ["/opt/sonarqube/docker/sonar.sh"],
		setup: "COPY sonar.sh /opt/sonarqube/docker/",
		script:
			'#!/usr/bin/env bash\nset -euo pipefail\nDEFAULT_CMD=(\'/opt/java/openjdk/bin/java\' \'-jar\' \'lib/sonarqube.jar\')\nif [ "${1:-}" = "${1#-}" ]; then\n  set -- "$@"\nfi\nexec "$@"\n',
		files: { "sonar.sh": '#!/usr/bin/env bash\nexec java -jar lib/sonarqube.jar "$@"\n' },
		chains: ["/e.sh = /opt/sonarqube/docker/sonar.sh (e.sh:7) = java -jar lib/sonarqube.jar (sonar.sh:2)"],
	}),
	image("nextcloud", {
		cmd: ["apache2-foreground"],
		script:
			'#!/bin/sh\nset -eu\nversion_greater() { [ "$(printf "%s\\n" "$@" | sort -t . -n | head -n 1)" != "$1" ]; }\nrun_as() {\n\tif [ "$(id -u)" = 0 ]; then su -p www-data -s /bin/sh -c "$1"; else sh -c "$1"; fi\n}\nif expr "$1" : "apache" 1>/dev/null || [ "$1" = "php-fpm" ]; then\n\trun_as "php /var/www/html/occ upgrade"\nfi\nexec "$@"\n',
		chains: ["/e.sh = apache2-foreground (e.sh:10)"],
	}),
	{
		title: "drupal and other images of PHP with Apache",
		dockerfile: 'FROM php:8.3-apache\nCMD ["apache2-foreground"]',
		chains: ["docker-php-entrypoint = apache2-foreground"],
	},
	image("haproxy: in the foreground, with a master", {
		cmd: ["haproxy", "-f", "/etc/haproxy.cfg"],
		script:
			'#!/bin/sh\nset -e\nif [ "${1#-}" != "$1" ]; then set -- haproxy "$@"; fi\nif [ "$1" = haproxy ]; then\n\tshift\n\tset -- haproxy -W -db "$@"\nfi\nexec "$@"\n',
		chains: ["/e.sh = haproxy -W -db -f /etc/haproxy.cfg (e.sh:8)"],
	}),
	image("traefik: a subcommand of its own", {
		cmd: ["version"],
		script:
			'#!/bin/sh\nset -e\nif [ "${1#-}" != "$1" ]; then set -- traefik "$@"; fi\nif traefik "$1" --help >/dev/null 2>&1; then set -- traefik "$@"; else echo "= no command"; fi\nexec "$@"\n',
		chains: ["/e.sh = version (e.sh:5)", "/e.sh = traefik version (e.sh:5)"],
	}),
	image("vault: dumb-init in the first line, a child of the server's user", {
		cmd: ["server", "-dev"],
		script:
			'#!/usr/bin/dumb-init /bin/sh\nset -e\nif [ "${1:0:1}" = "-" ]; then set -- vault "$@"; fi\nif [ "$1" = server ]; then\n\tshift\n\tset -- vault server -config=/vault/config "$@"\nelif [ "$1" = version ]; then\n\tset -- vault "$@"\nfi\nif [ "$1" = vault ]; then\n\tif [ "$(id -u)" = 0 ]; then set -- su-exec vault "$@"; fi\nfi\nexec "$@"\n',
		chains: [
			"/usr/bin/dumb-init > /bin/sh = /e.sh = vault server -config=/vault/config -dev (e.sh:13)",
			"/usr/bin/dumb-init > /bin/sh = /e.sh = su-exec (e.sh:13) = vault server -config=/vault/config -dev (e.sh:13)",
		],
	}),
	image("consul", {
		entrypoint: ["/e.sh"],
		cmd: ["agent", "-dev"],
		script:
			'#!/usr/bin/dumb-init /bin/sh\nif [ "$1" = agent ]; then\n    shift\n    set -- consul agent -data-dir=/consul/data "$@"\nelif consul --help "$1" 2>&1 | grep -q "consul $1"; then\n    set -- consul "$@"\nfi\nexec "$@"\n',
		chains: ["/usr/bin/dumb-init > /bin/sh = /e.sh = consul agent -data-dir=/consul/data -dev (e.sh:8)"],
	}),
	{
		title: "caddy's own image, without a script",
		dockerfile: 'FROM caddy:2\nCMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile"]',
		chains: ["caddy run --config /etc/caddy/Caddyfile"],
	},
	image("bitnami: a library first, a run script after", {
		setup: "COPY run.sh /opt/bitnami/scripts/app/run.sh\nCOPY lib /opt/bitnami/scripts",
		cmd: ["/opt/bitnami/scripts/app/run.sh"],
		script:
			'#!/bin/bash\nset -o errexit\nset -o nounset\n. /opt/bitnami/scripts/libbitnami.sh\nprint_welcome_page\nif [[ "$*" = *"/opt/bitnami/scripts/app/run.sh"* ]]; then\n    /opt/bitnami/scripts/app/setup.sh\nfi\necho ""\nexec "$@"\n',
		files: {
			"run.sh":
				'#!/bin/bash\n. /opt/bitnami/scripts/libos.sh\nEXEC=$(command -v app-server)\nargs=("--conf" "/opt/x" "$@")\nif am_i_root; then\n    exec_as_user "$DAEMON_USER" "$EXEC" "${args[@]}"\nelse\n    exec "$EXEC" "${args[@]}"\nfi\n',
			"lib/libos.sh":
				'am_i_root() {\n    [[ "$(id -u)" = "0" ]]\n}\nexec_as_user() {\n    local user=$1; shift\n    exec chroot --userspec="$user" / bash -c "$*"\n}\n',
		},
		chains: [
			"/e.sh = /opt/bitnami/scripts/app/run.sh (e.sh:10) = app-server --conf /opt/x (run.sh:8)",
			"/e.sh = /opt/bitnami/scripts/app/run.sh (e.sh:10) = chroot (lib/libos.sh:6) = bash (lib/libos.sh:6) = app-server --conf /opt/x (lib/libos.sh:6)",
		],
	}),
	{
		title: "linuxserver: /init of s6-overlay in a folder that is copied",
		dockerfile: 'COPY root/ /\nENTRYPOINT ["/init"]',
		files: { "root/etc/services.d/app/run": "exec app" },
		chains: ["/init"],
	},
	image("s6-overlay v3: /init with a program", {
		setup: "ADD s6-overlay-noarch.tar.xz /tmp",
		entrypoint: ["/init"],
		cmd: ["app"],
		script: "",
		chains: ["/init app"],
	}),
	image("s6-overlay v2: after a script of the image's own", {
		cmd: ["app"],
		script: '#!/bin/sh\nprepare\nexec /init "$@"\n',
		chains: ["/e.sh = /init app (e.sh:3)"],
	}),
	image("phusion's my_init by a script", {
		entrypoint: ["/sbin/my_init"],
		cmd: ["--", "app"],
		script: "",
		chains: ["/sbin/my_init -- app"],
	}),
	image("kind and minikube: systemd, after preparations", {
		entrypoint: ["/e.sh", "/sbin/init"],
		script:
			'#!/bin/bash\nset -o errexit\nfix_mount() { mount -o remount,rw /sys; }\nfix_cgroup() { if [ ! -f /sys/fs/cgroup/cgroup.controllers ]; then return; fi; mkdir -p /x; }\nfix_mount\nfix_cgroup\nexec "$@"\n',
		chains: ["/e.sh = /sbin/init (e.sh:7)"],
	}),
	image("docker in docker: dockerd below an init", {
		cmd: [],
		script:
			'#!/bin/sh\nset -eu\nif [ "$#" -eq 0 ] || [ "${1#-}" != "$1" ]; then\n\tset -- dockerd --host=unix:///var/run/docker.sock "$@"\nfi\nif [ "$1" = dockerd ]; then\n\tset -- docker-init -- "$@"\nfi\nexec "$@"\n',
		chains: ["/e.sh = docker-init (e.sh:9) > dockerd --host=unix:///var/run/docker.sock (e.sh:9)"],
	}),
	image("docker in docker with systemd", {
		cmd: ["bash"],
		script:
			'#!/bin/bash\nset -e\nif [ "$#" -eq 0 ]; then exit 1; fi\ncat > /etc/systemd/system/docker-entrypoint.service <<EOF\n[Service]\nExecStart=$(printf "%q " "$@")\nEOF\nsystemctl enable docker-entrypoint.service\nif [ -x /lib/systemd/systemd ]; then\n\texec /lib/systemd/systemd --show-status=false --unit=docker-entrypoint.target\nelif [ -x /usr/lib/systemd/systemd ]; then\n\texec /usr/lib/systemd/systemd --show-status=false\nelse\n\texec /sbin/init --show-status=false\nfi\n',
		chains: [
			"/e.sh = /sbin/init --show-status=false (e.sh:14)",
			"/e.sh = /usr/lib/systemd/systemd --show-status=false (e.sh:12)",
			"/e.sh = /lib/systemd/systemd --show-status=false --unit=docker-entrypoint.target (e.sh:10)",
		],
	}),
	image("zoneminder-base: my_init at the end of a script", {
		script: "#!/bin/bash\nservice mysql start\nexec /sbin/my_init\n",
		chains: ["/e.sh = /sbin/my_init (e.sh:3)"],
	}),
	image("spark on kubernetes", {
		cmd: ["driver"],
		script:
			'#!/bin/bash\nset -e\nSPARK_K8S_CMD="$1"\ncase "$SPARK_K8S_CMD" in\n    driver | executor) shift 1 ;;\n    "") ;;\n    *) exec tini -s -- "$@" ;;\nesac\ncase "$SPARK_K8S_CMD" in\n  driver)\n    CMD=("$SPARK_HOME/bin/spark-submit" --deploy-mode client "$@")\n    ;;\n  executor)\n    CMD=(java "${SPARK_JAVA_OPTS[@]}")\n    ;;\n  *)\n    exit 1\nesac\nexec /usr/bin/tini -s -- "${CMD[@]}"\n',
		setup: "ENV SPARK_HOME=/opt/spark",
		chains: ["/e.sh = /usr/bin/tini (e.sh:19) > /opt/spark/bin/spark-submit --deploy-mode client (e.sh:19)"],
	}),
	image("airflow: dumb-init in front, subcommands in the script", {
		entrypoint: ["/usr/bin/dumb-init", "--", "/e.sh"],
		cmd: ["webserver"],
		script:
			'#!/usr/bin/env bash\nset -euo pipefail\nAIRFLOW_COMMAND="${1:-}"\nif [[ ${AIRFLOW_COMMAND} == "bash" ]]; then\n    shift\n    exec /bin/bash "${@}"\nelif [[ ${AIRFLOW_COMMAND} == "python" ]]; then\n    shift\n    exec python "${@}"\nfi\nexec airflow "${@}"\n',
		chains: ["/usr/bin/dumb-init > /e.sh = airflow webserver (e.sh:11)"],
	}),
	image("clamav: a script called /init", {
		setup: "COPY e.sh /init",
		entrypoint: ["/init"],
		script:
			'#!/bin/sh\nset -eu\nif [ "${#}" -gt 0 ] && [ "${1#-}" = "${1}" ] && command -v "${1}" > /dev/null 2>&1; then\n\texec "${@}"\nelse\n\tfreshclam --daemon &\n\tclamd --foreground &\n\texec tail -f /dev/null\nfi\n',
		chains: ["/init = tail -f /dev/null (e.sh:8)"],
	}),
	image("clamav: tini for other commands", {
		cmd: ["clamd"],
		script: '#!/bin/sh\nif [ $# -gt 0 ]; then\n\texec tini -- "$@"\nfi\nexec clamd --foreground\n',
		chains: ["/e.sh = tini (e.sh:3) > clamd (e.sh:3)"],
	}),
	image("jupyter: tini, and a script that drops rights by sudo", {
		entrypoint: ["tini", "-g", "--", "/e.sh"],
		cmd: ["start-notebook.py"],
		script:
			'#!/bin/bash\nset -e\nif [ $# -eq 0 ]; then cmd=(bash); else cmd=("$@"); fi\nif [ "$(id -u)" == 0 ]; then\n    if [ "$NB_USER" = "" ]; then exit 1; fi\n    exec sudo --preserve-env --set-home --user "${NB_USER}" PATH="$PATH" "${cmd[@]}"\nfi\nexec "${cmd[@]}"\n',
		setup: "ENV NB_USER=jovyan",
		chains: ["tini > /e.sh = start-notebook.py (e.sh:8)", "tini > /e.sh = sudo (e.sh:6) > start-notebook.py (e.sh:6)"],
	}),
	image("gitlab: runit's tree as the last command", {
		script: "#!/bin/bash\nset -e\n/opt/gitlab/embedded/bin/setup\nexec /opt/gitlab/embedded/bin/runsvdir-start\n",
		chains: ["/e.sh = /opt/gitlab/embedded/bin/runsvdir-start (e.sh:4)"],
	}),
	image("runit on Alpine", {
		script: "#!/bin/sh\nsetup\nexec runsvdir -P /etc/service\n",
		chains: ["/e.sh = runsvdir -P /etc/service (e.sh:3)"],
	}),
	image("s6-svscan by a script", {
		script: "#!/bin/sh\nexec /bin/s6-svscan /etc/s6\n",
		chains: ["/e.sh = /bin/s6-svscan /etc/s6 (e.sh:2)"],
	}),
	{
		title: "the launcher of buildpacks",
		dockerfile: 'ENTRYPOINT ["/cnb/lifecycle/launcher"]\nCMD ["node", "server.js"]',
		chains: ["/cnb/lifecycle/launcher = node server.js"],
	},
	{
		title: "a process type of buildpacks",
		dockerfile: 'ENTRYPOINT ["/cnb/process/web"]',
		chains: ["/cnb/process/web"],
	},
	{
		title: "AWS Lambda's entrypoint",
		dockerfile: 'ENTRYPOINT ["/lambda-entrypoint.sh"]\nCMD ["app.handler"]',
		chains: ["/lambda-entrypoint.sh = app.handler"],
	},
	image("a Lambda of one's own with the emulator", {
		cmd: ["app.handler"],
		script:
			'#!/bin/sh\nif [ -z "${AWS_LAMBDA_RUNTIME_API}" ]; then\n  exec /usr/local/bin/aws-lambda-rie /usr/local/bin/python -m awslambdaric "$@"\nelse\n  exec /usr/local/bin/python -m awslambdaric "$@"\nfi\n',
		chains: [
			"/e.sh = /usr/local/bin/python -m awslambdaric app.handler (e.sh:5)",
			"/e.sh = /usr/local/bin/aws-lambda-rie (e.sh:3) > /usr/local/bin/python -m awslambdaric app.handler (e.sh:3)",
		],
	}),
	image("home-assistant: a service script with with-contenv", {
		setup: "COPY run /etc/services.d/app/run",
		entrypoint: ["/etc/services.d/app/run"],
		script: "",
		files: { run: "#!/usr/bin/with-contenv bashio\nexec app\n" },
		chains: ["/etc/services.d/app/run"],
	}),
	image("nvidia: files that are sourced, and arguments or a shell", {
		script:
			'#!/bin/bash\ngather_parts() {\n  for f in "$1"/*.txt; do [ -f "$f" ] && cat "$f"; done\n}\ngather_parts /opt/nvidia/entrypoint.d\nif [[ $# -eq 0 ]]; then\n  exec "/bin/bash"\nelse\n  exec "$@"\nfi\n',
		cmd: ["python", "train.py"],
		chains: ["/e.sh = python train.py (e.sh:9)"],
	}),
	{
		title: "nvidia's own entrypoint",
		dockerfile: 'ENTRYPOINT ["/opt/nvidia/nvidia_entrypoint.sh"]\nCMD ["python", "x.py"]',
		chains: ["/opt/nvidia/nvidia_entrypoint.sh = python x.py"],
	},
	image("keycloak: java at the end of kc.sh", {
		setup: "COPY kc.sh /opt/keycloak/bin/",
		entrypoint: ["/opt/keycloak/bin/kc.sh"],
		cmd: ["start", "--optimized"],
		script: "",
		files: {
			"kc.sh":
				'#!/bin/bash\nDIR=$(dirname "$0")\nCONFIG_ARGS=()\nwhile [ "$#" -gt 0 ]; do\n  case "$1" in\n    --debug) DEBUG=1 ;;\n    start-dev) CONFIG_ARGS+=("--profile=dev" "$1") ;;\n    *) CONFIG_ARGS+=("$1") ;;\n  esac\n  shift\ndone\nif [ "$X" = "true" ]; then eval exec other; fi\nexec java $JAVA_OPTS -jar "$DIR/lib/run.jar" "${CONFIG_ARGS[@]}"\n',
		},
		chains: [
			"/opt/keycloak/bin/kc.sh = java $JAVA_OPTS -jar /opt/keycloak/bin/lib/run.jar start --optimized (kc.sh:13)",
			"/opt/keycloak/bin/kc.sh = other (kc.sh:12)",
		],
	}),
	image("grafana: its own options from the environment", {
		script:
			'#!/bin/bash -e\nPERMISSIONS_OK=0\nif [ ! -r "$GF_PATHS_CONFIG" ]; then PERMISSIONS_OK=1; fi\nif [ $PERMISSIONS_OK -eq 1 ]; then echo "you may have issues"; fi\nexport HOME="$GF_PATHS_HOME"\nexec grafana server --homepath="$GF_PATHS_HOME" "$@"\n',
		setup: "ENV GF_PATHS_HOME=/usr/share/grafana",
		chains: ["/e.sh = grafana server --homepath=/usr/share/grafana (e.sh:6)"],
	}),
	{
		title: "prometheus: a program and options in CMD",
		dockerfile: 'ENTRYPOINT ["/bin/prometheus"]\nCMD ["--config.file=/etc/prometheus.yml"]',
		chains: ["/bin/prometheus --config.file=/etc/prometheus.yml"],
	},
	image("minio: a program in front of options, and rights by chroot", {
		cmd: ["minio"],
		script:
			'#!/bin/sh\nif [ "${1}" != "minio" ]; then\n\tif [ -n "${1}" ]; then set -- minio "$@"; fi\nfi\nif [ -n "$MINIO_USERNAME" ]; then\n\texec chroot --userspec=1000:1000 / "$@"\nelse\n\texec "$@"\nfi\n',
		chains: ["/e.sh = minio (e.sh:8)", "/e.sh = chroot (e.sh:6) = minio (e.sh:6)"],
	}),
	image("a Django image that starts by its first argument", {
		cmd: ["worker"],
		script:
			'#!/bin/bash\nset -e\nstart_server() {\n  exec gunicorn -b 0.0.0.0:8000 app.wsgi\n}\nstart_worker() {\n  exec celery --app app worker\n}\ncase "$1" in\n  server) start_server ;;\n  worker) shift; start_worker "$@" ;;\n  manage) shift; exec python manage.py "$@" ;;\n  *) exec "$@" ;;\nesac\n',
		chains: ["/e.sh = celery --app app worker (e.sh:7)"],
	}),
	image("a Laravel image: php-fpm as a daemon, nginx at the end", {
		script: "#!/bin/sh\nphp artisan config:cache\nphp-fpm -D\nnginx -g 'daemon off;'\n",
		chains: ["/e.sh > nginx -g daemon off; (e.sh:4)"],
	}),
	image("supervisord at the end", {
		script: "#!/bin/sh\nset -e\nexec /usr/bin/supervisord -n -c /etc/supervisord.conf\n",
		chains: ["/e.sh = /usr/bin/supervisord -n -c /etc/supervisord.conf (e.sh:3)"],
	}),
	image("a cron image: the environment first", {
		script: "#!/bin/bash\nprintenv > /etc/environment\ncrontab /etc/cron.d/app\nexec cron -f -L 15\n",
		chains: ["/e.sh = cron -f -L 15 (e.sh:4)"],
	}),
	image("a Tomcat by its own script", {
		setup: "WORKDIR /usr/local/tomcat\nENV PATH=/usr/local/tomcat/bin:$PATH",
		cmd: ["catalina.sh", "run"],
		script: '#!/bin/sh\nexport JAVA_OPTS="$JAVA_OPTS -Dx"\nexec "$@"\n',
		chains: ["/e.sh = catalina.sh run (e.sh:3) ? catalina.sh is not in the Dockerfile or its build context"],
	}),
	image("a Spring image whose layers a launcher starts", {
		script: '#!/bin/sh\nexec java ${JAVA_OPTS} org.springframework.boot.loader.launch.JarLauncher "$@"\n',
		chains: ["/e.sh = java ${JAVA_OPTS} org.springframework.boot.loader.launch.JarLauncher (e.sh:2)"],
	}),
];
