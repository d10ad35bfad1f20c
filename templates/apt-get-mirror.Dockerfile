RUN cp -R /etc/apt /tmp/apt && mkdir -p /tmp/apt/lists/partial \
 && find /tmp/apt -name "*.list" -o -name "*.sources" | xargs sed -i -E "s#https?://[^/ ]+#{{mirror}}#" \
 && apt-get -o Dir::Etc=/tmp/apt -o Dir::State::Lists=/tmp/apt/lists update \
 && apt-get -o Dir::Etc=/tmp/apt -o Dir::State::Lists=/tmp/apt/lists install -y --no-install-recommends {{package}} \
 && rm -rf /tmp/apt
