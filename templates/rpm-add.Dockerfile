ADD --checksum=sha256:{{sha256}} {{url}}/{{asset}} /tmp/{{package}}.rpm
RUN rpm -i --nosignature --nodigest /tmp/{{package}}.rpm \
 && rm /tmp/{{package}}.rpm
