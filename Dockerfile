# pidone as an image, for machines with a container engine but without Node.js:
#   docker run --rm -v "$PWD":/work IMAGE check
# The last stage has no RUN, so any machine can build it for all platforms.
FROM --platform=$BUILDPLATFORM node:22-slim AS build
WORKDIR /src
COPY .npmrc package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build \
 && mkdir /link && ln -s /opt/pidone/dist/cli.cjs /link/pidone

# QuickJS, which the frontend runs on, for the platform of the image, and QuickJS's compiler for this machine.
FROM --platform=$BUILDPLATFORM debian:trixie-slim AS quickjs
ARG TARGETARCH TARGETVARIANT
RUN case "$TARGETARCH$TARGETVARIANT" in \
      amd64*) debian=amd64 machine=x86-64-linux-gnu ;; \
      arm64*) debian=arm64 machine=aarch64-linux-gnu ;; \
      armv7) debian=armhf machine=arm-linux-gnueabihf ;; \
      armv6 | armv5) debian=armel machine=arm-linux-gnueabi ;; \
      386) debian=i386 machine=i686-linux-gnu ;; \
      riscv64) debian=riscv64 machine=riscv64-linux-gnu ;; \
      ppc64le) debian=ppc64el machine=powerpc64le-linux-gnu ;; \
      s390x) debian=s390x machine=s390x-linux-gnu ;; \
      mips64le) debian=mips64el machine=mips64el-linux-gnuabi64 ;; \
      *) echo "there is no frontend for $TARGETARCH$TARGETVARIANT: Debian has no compiler for it" >&2; exit 1 ;; \
    esac \
 && sed -i 's/^Types: deb$/& deb-src/' /etc/apt/sources.list.d/*.sources \
 && apt-get update \
 && apt-get install -y --no-install-recommends quickjs binutils xz-utils "gcc-$machine" "libc6-dev-$debian-cross" \
 && ln -s /usr/bin/*-linux-gnu*-gcc /usr/local/bin/cc
# The sources that the compiler was made of: each version of QuickJS has a bytecode of its own.
RUN apt-get source --download-only "quickjs=$(dpkg-query --show --showformat '${source:Version}' quickjs)" \
 && mkdir /quickjs && tar -xf quickjs_*.orig.tar.* -C /quickjs --strip-components 1
COPY src/buildkit/quickjs/*.c src/buildkit/quickjs/*.h /src/
RUN cd /quickjs && mkdir /out \
 && cc -O2 -Wall -static -s -I. -D_GNU_SOURCE "-DCONFIG_VERSION=\"$(cat VERSION)\"" -o /out/quickjs /src/*.c \
      quickjs.c quickjs-libc.c cutils.c dtoa.c libregexp.c libunicode.c -lm -latomic \
 && cp /usr/share/doc/quickjs/copyright /out/LICENSE.quickjs \
 && cp /usr/share/doc/libc6-dev-*-cross/copyright /out/LICENSE.libc

FROM scratch AS frontend-files
COPY --from=build /src/dist/frontend /src/dist/init/pidone-linux-* /

# The frontend itself: bytecode, the same for all platforms, and its own PID 1, which builders without named contexts
# copy from here.
FROM quickjs AS program
WORKDIR /src
COPY --from=frontend-files main.js ./
RUN qjsc -c -m -s -M sha256 -N program -o program.c main.js \
 && mkdir /files && perl -ne 'print pack "C*", map hex, /0x(..)/g if /^ 0x/' program.c > /files/frontend.qbc
COPY --from=frontend-files init-supply.pb LICENSES.txt /files/
COPY --from=frontend-files pidone-linux-${TARGETARCH}${TARGETVARIANT} /files/sbin/pidone

# The BuildKit frontend, for the first line of a Dockerfile: # syntax=REGISTRY/pidone/dockerfile:1
#   docker buildx build --target frontend --platform linux/amd64,linux/arm64 --push -t REGISTRY/pidone/dockerfile:1 .
FROM scratch AS frontend
LABEL org.opencontainers.image.title="pidone/dockerfile" \
      org.opencontainers.image.description="A Dockerfile frontend for BuildKit that puts an init in front of what a container runs" \
      org.opencontainers.image.licenses="Apache-2.0" \
      moby.buildkit.frontend.network.none="true" \
      moby.buildkit.frontend.caps="moby.buildkit.frontend.inputs,moby.buildkit.frontend.subrequests,moby.buildkit.frontend.contexts,moby.buildkit.frontend.gitquerystring"
# QuickJS changes less often than pidone: it is a layer of its own.
COPY --from=quickjs /out/ /
COPY --from=program /files/ /
ENTRYPOINT ["/sbin/pidone", "--", "/quickjs", "/frontend.qbc", "/init-supply.pb"]

FROM node:22-slim
LABEL org.opencontainers.image.title="pidone" \
      org.opencontainers.image.description="Puts an init in front of what a container runs" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production
COPY --from=build /src/package.json /opt/pidone/
COPY --from=build /src/schema /opt/pidone/schema
# Bundled: it needs no packages.
COPY --from=build /src/dist/cli.cjs /opt/pidone/dist/
COPY --from=build /src/dist/chunks /opt/pidone/dist/chunks
COPY --from=build /src/dist/init/SHA256SUMS /src/dist/init/pidone-linux-* /opt/pidone/dist/init/
COPY --from=build /src/dist/init/program /opt/pidone/dist/init/program
COPY --from=build /link/ /usr/local/bin/
ARG TARGETARCH TARGETVARIANT
COPY --from=build /src/dist/init/pidone-linux-${TARGETARCH}${TARGETVARIANT} /sbin/pidone
WORKDIR /work
# An arbitrary user: with --user "$(id -u):$(id -g)", files belong to whoever runs the container.
USER 1000:1000
ENTRYPOINT ["/sbin/pidone", "--", "node", "/opt/pidone/dist/cli.cjs"]
CMD ["--help"]
