RUN {{fetch}} /tmp/{{package}}.deb {{url}}/{{asset}} \
 && echo "{{sha256}}  /tmp/{{package}}.deb" | sha256sum -c - \
 && dpkg -i /tmp/{{package}}.deb \
 && rm /tmp/{{package}}.deb
