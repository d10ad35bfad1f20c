RUN cp -R /etc/zypp/repos.d /tmp/repos \
 && sed -i -E 's#^(baseurl=)https?://[^/]+#\1{{mirror}}#' /tmp/repos/*.repo \
 && zypper --non-interactive --reposd-dir /tmp/repos install --no-recommends {{package}} \
 && zypper clean --all \
 && rm -rf /tmp/repos
