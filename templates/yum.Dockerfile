RUN yum install -y {{package}} \
 && yum clean all
