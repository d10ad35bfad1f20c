// Made by scripts/embed-templates.js from templates/: edit those files and run `npm run build`.

/** The install steps as Dockerfile fragments, by name. */
export const templates = {
	add: `ADD --checksum=sha256:{{sha256}} --chmod=0755 {{url}}/{{asset}} {{path}}`,
	"apk-mirror": `RUN sed -E "s#^https?://[^/]+#{{mirror}}#" /etc/apk/repositories > /tmp/repositories \\
 && apk add --no-cache --repositories-file /tmp/repositories {{package}} \\
 && rm /tmp/repositories`,
	apk: `RUN apk add --no-cache {{package}}`,
	"apt-get-keep-lists": `RUN apt-get update \\
 && apt-get install -y --no-install-recommends {{package}}`,
	"apt-get-mirror": `RUN cp -R /etc/apt /tmp/apt && mkdir -p /tmp/apt/lists/partial \\
 && find /tmp/apt -name "*.list" -o -name "*.sources" | xargs sed -i -E "s#https?://[^/ ]+#{{mirror}}#" \\
 && apt-get -o Dir::Etc=/tmp/apt -o Dir::State::Lists=/tmp/apt/lists update \\
 && apt-get -o Dir::Etc=/tmp/apt -o Dir::State::Lists=/tmp/apt/lists install -y --no-install-recommends {{package}} \\
 && rm -rf /tmp/apt`,
	"apt-get": `RUN apt-get update \\
 && apt-get install -y --no-install-recommends {{package}} \\
 && rm -rf /var/lib/apt/lists/*`,
	"copy-from": `COPY --from={{from}} {{source}} {{path}}`,
	copy: `COPY {{source}} {{path}}`,
	"curl-multi": `RUN case "{{arch}}" in \\
{{cases}}
      *) echo "no {{package}} for {{arch}}" >&2; exit 1 ;; \\
    esac \\
 && curl -fsSL -o {{path}} "{{url}}/$asset" \\
 && echo "$sum  {{path}}" | sha256sum -c - \\
 && chmod 0755 {{path}}`,
	curl: `RUN curl -fsSL -o {{path}} {{url}}/{{asset}} \\
 && echo "{{sha256}}  {{path}}" | sha256sum -c - \\
 && chmod 0755 {{path}}`,
	"deb-add": `ADD --checksum=sha256:{{sha256}} {{url}}/{{asset}} /tmp/{{package}}.deb
RUN dpkg -i /tmp/{{package}}.deb \\
 && rm /tmp/{{package}}.deb`,
	"deb-multi": `RUN case "{{arch}}" in \\
{{cases}}
      *) echo "no {{package}} for {{arch}}" >&2; exit 1 ;; \\
    esac \\
 && {{fetch}} /tmp/{{package}}.deb "{{url}}/$asset" \\
 && echo "$sum  /tmp/{{package}}.deb" | sha256sum -c - \\
 && dpkg -i /tmp/{{package}}.deb \\
 && rm /tmp/{{package}}.deb`,
	deb: `RUN {{fetch}} /tmp/{{package}}.deb {{url}}/{{asset}} \\
 && echo "{{sha256}}  /tmp/{{package}}.deb" | sha256sum -c - \\
 && dpkg -i /tmp/{{package}}.deb \\
 && rm /tmp/{{package}}.deb`,
	"dnf-epel": `RUN dnf install -y {{epel}} \\
 && dnf install -y {{package}} \\
 && dnf clean all`,
	"dnf-mirror": `RUN cp -R /etc/yum.repos.d /tmp/repos \\
 && sed -i -E -e 's/^(metalink|mirrorlist)=/#&/' -e 's/^#(baseurl=)/\\1/' -e 's#^(baseurl=)https?://[^/]+#\\1{{mirror}}#' /tmp/repos/*.repo \\
 && dnf --setopt=reposdir=/tmp/repos install -y {{package}} \\
 && dnf clean all \\
 && rm -rf /tmp/repos`,
	dnf: `RUN dnf install -y {{package}} \\
 && dnf clean all`,
	"microdnf-epel-package": `RUN microdnf install -y {{epel}} \\
 && microdnf install -y {{package}} \\
 && microdnf clean all`,
	"microdnf-epel": `RUN rpm -Uvh --replacepkgs {{epel}} \\
 && microdnf install -y {{package}} \\
 && microdnf clean all`,
	"microdnf-mirror": `RUN cp -R /etc/yum.repos.d /tmp/repos \\
 && sed -i -E -e 's/^(metalink|mirrorlist)=/#&/' -e 's/^#(baseurl=)/\\1/' -e 's#^(baseurl=)https?://[^/]+#\\1{{mirror}}#' /tmp/repos/*.repo \\
 && microdnf --setopt=reposdir=/tmp/repos install -y {{package}} \\
 && microdnf clean all \\
 && rm -rf /tmp/repos`,
	microdnf: `RUN microdnf install -y {{package}} \\
 && microdnf clean all`,
	"pip-mirror": `RUN pip install --no-cache-dir --index-url {{mirror}} {{package}}`,
	pip: `RUN pip install --no-cache-dir {{package}}`,
	"rpm-add": `ADD --checksum=sha256:{{sha256}} {{url}}/{{asset}} /tmp/{{package}}.rpm
RUN rpm -i --nosignature --nodigest /tmp/{{package}}.rpm \\
 && rm /tmp/{{package}}.rpm`,
	rpm: `RUN {{fetch}} /tmp/{{package}}.rpm {{url}}/{{asset}} \\
 && echo "{{sha256}}  /tmp/{{package}}.rpm" | sha256sum -c - \\
 && rpm -i --nosignature --nodigest /tmp/{{package}}.rpm \\
 && rm /tmp/{{package}}.rpm`,
	"tdnf-mirror": `RUN cp -R /etc/yum.repos.d /tmp/repos \\
 && sed -i -E -e 's/^(metalink|mirrorlist)=/#&/' -e 's/^#(baseurl=)/\\1/' -e 's#^(baseurl=)https?://[^/]+#\\1{{mirror}}#' /tmp/repos/*.repo \\
 && tdnf --setopt=reposdir=/tmp/repos install -y {{package}} \\
 && tdnf clean all \\
 && rm -rf /tmp/repos`,
	tdnf: `RUN tdnf install -y {{package}} \\
 && tdnf clean all`,
	"wget-multi": `RUN case "{{arch}}" in \\
{{cases}}
      *) echo "no {{package}} for {{arch}}" >&2; exit 1 ;; \\
    esac \\
 && wget -q -O {{path}} "{{url}}/$asset" \\
 && echo "$sum  {{path}}" | sha256sum -c - \\
 && chmod 0755 {{path}}`,
	wget: `RUN wget -q -O {{path}} {{url}}/{{asset}} \\
 && echo "{{sha256}}  {{path}}" | sha256sum -c - \\
 && chmod 0755 {{path}}`,
	"yum-epel": `RUN yum install -y {{epel}} \\
 && yum install -y {{package}} \\
 && yum clean all`,
	"yum-mirror": `RUN cp -R /etc/yum.repos.d /tmp/repos \\
 && sed -i -E -e 's/^(metalink|mirrorlist)=/#&/' -e 's/^#(baseurl=)/\\1/' -e 's#^(baseurl=)https?://[^/]+#\\1{{mirror}}#' /tmp/repos/*.repo \\
 && yum --setopt=reposdir=/tmp/repos install -y {{package}} \\
 && yum clean all \\
 && rm -rf /tmp/repos`,
	yum: `RUN yum install -y {{package}} \\
 && yum clean all`,
	"zypper-mirror": `RUN cp -R /etc/zypp/repos.d /tmp/repos \\
 && sed -i -E 's#^(baseurl=)https?://[^/]+#\\1{{mirror}}#' /tmp/repos/*.repo \\
 && zypper --non-interactive --reposd-dir /tmp/repos install --no-recommends {{package}} \\
 && zypper clean --all \\
 && rm -rf /tmp/repos`,
	zypper: `RUN zypper --non-interactive install --no-recommends {{package}} \\
 && zypper clean --all`,
} as const;

export type TemplateName = keyof typeof templates;
