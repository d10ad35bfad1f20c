/**
 * Web servers and proxies of others than their makers, what gets certificates for them, and releases of OpenResty.
 *
 * Peculiar: Nginx Proxy Manager starts with s6-overlay, which must be PID 1.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";

const caddySource = "github.com/abiosoft/caddy-docker";
const openrestySource = "github.com/openresty/docker-openresty: */Dockerfile";

export const proxyImages: readonly CatalogueEntry[] = [
	{
		images: ["openresty/openresty"],
		tags: ["xenial", "1.15.8.[1-9]*-xenial", "1.1[79].*-xenial"],
		cmd: ["/usr/local/openresty/bin/openresty", "-g", "daemon off;"],
		stopSignal: "SIGQUIT",
		distro: "ubuntu",
		source: openrestySource,
	},
	{
		images: ["openresty/openresty"],
		tags: ["stretch", "stretch-fat", "1.15.8.[1-9]*-stretch*"],
		cmd: ["/usr/bin/openresty", "-g", "daemon off;"],
		stopSignal: "SIGQUIT",
		distro: "debian",
		source: openrestySource,
	},
	{
		images: ["openresty/openresty"],
		tags: ["centos", "centos-rpm", "1.15.8.[1-9]*-centos*", "1.1[79].*-centos*", "1.2*-centos*"],
		cmd: ["/usr/bin/openresty", "-g", "daemon off;"],
		stopSignal: "SIGQUIT",
		source: openrestySource,
	},
	{
		images: ["abiosoft/caddy"],
		tags: ["latest", "php", "no-stats", "php-no-stats", "1.0.*", "0.11.*"],
		entrypoint: ["/bin/parent", "caddy"],
		cmd: ["--conf", "/etc/Caddyfile", "--log", "stdout", "--agree=$ACME_AGREE"],
		distro: "alpine",
		source: `${caddySource}: Dockerfile, Dockerfile-no-stats, php/Dockerfile`,
	},
	{
		images: ["abiosoft/caddy"],
		tags: ["builder"],
		cmd: ["/bin/sh", "/usr/bin/builder.sh"],
		distro: "alpine",
		source: `${caddySource}: builder/Dockerfile`,
	},
	{
		images: ["nginxproxy/acme-companion", "jrcs/letsencrypt-nginx-proxy-companion"],
		tags: ["latest", "v[12].*", "[12].*"],
		entrypoint: ["/bin/bash", "/app/entrypoint.sh"],
		cmd: ["/bin/bash", "/app/start.sh"],
		distro: "alpine",
		source: "github.com/nginx-proxy/acme-companion: Dockerfile",
	},
	{
		images: ["jc21/nginx-proxy-manager"],
		tags: ["latest", "2", "2.9.*", "2.1[0-5].*"],
		entrypoint: ["/init"],
		shell: "varies",
		mustBePid1: "s6-overlay's /init refuses to run unless it is PID 1",
		distro: "debian",
		source: "github.com/NginxProxyManager/nginx-proxy-manager: docker/Dockerfile",
	},
	{
		images: ["certbot/certbot", "certbot/dns-*"],
		tags: ["latest", "v1.[23][0-9].*", "v[2-5].*"],
		entrypoint: ["certbot"],
		distro: "alpine",
		source: "github.com/certbot/certbot: tools/docker/core/Dockerfile, tools/docker/Dockerfile",
	},
	{
		images: ["vernemq/vernemq"],
		tags: ["latest", "latest-alpine", "1.[89].*", "1.1[0-3].*", "2.0.*"],
		cmd: ["start_vernemq"],
		user: "vernemq",
		distro: debianOrAlpine,
		source: "github.com/vernemq/docker-vernemq: Dockerfile, Dockerfile.alpine",
	},
];
