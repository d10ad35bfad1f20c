ADD --checksum=sha256:{{sha256}} --chmod=0755 {{url}}/{{asset}} {{path}}
