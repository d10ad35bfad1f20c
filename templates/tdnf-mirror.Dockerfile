RUN cp -R /etc/yum.repos.d /tmp/repos \
 && sed -i -E -e 's/^(metalink|mirrorlist)=/#&/' -e 's/^#(baseurl=)/\1/' -e 's#^(baseurl=)https?://[^/]+#\1{{mirror}}#' /tmp/repos/*.repo \
 && tdnf --setopt=reposdir=/tmp/repos install -y {{package}} \
 && tdnf clean all \
 && rm -rf /tmp/repos
