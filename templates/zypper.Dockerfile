RUN zypper --non-interactive install --no-recommends {{package}} \
 && zypper clean --all
