ADD --checksum=sha256:{{sha256}} {{url}}/{{asset}} /tmp/{{package}}.deb
RUN dpkg -i /tmp/{{package}}.deb \
 && rm /tmp/{{package}}.deb
