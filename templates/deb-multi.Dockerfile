RUN case "{{arch}}" in \
{{cases}}
      *) echo "no {{package}} for {{arch}}" >&2; exit 1 ;; \
    esac \
 && {{fetch}} /tmp/{{package}}.deb "{{url}}/$asset" \
 && echo "$sum  /tmp/{{package}}.deb" | sha256sum -c - \
 && dpkg -i /tmp/{{package}}.deb \
 && rm /tmp/{{package}}.deb
