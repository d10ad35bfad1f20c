RUN yum install -y {{epel}} \
 && yum install -y {{package}} \
 && yum clean all
