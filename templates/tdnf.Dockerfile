RUN tdnf install -y {{package}} \
 && tdnf clean all
