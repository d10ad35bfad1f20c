RUN case "{{arch}}" in \
{{cases}}
      *) echo "no {{package}} for {{arch}}" >&2; exit 1 ;; \
    esac \
 && curl -fsSL -o {{path}} "{{url}}/$asset" \
 && echo "$sum  {{path}}" | sha256sum -c - \
 && chmod 0755 {{path}}
