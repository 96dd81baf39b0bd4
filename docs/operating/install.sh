#!/bin/sh
# Unpacks the jar beside itself and trains its fast start: an AOT cache from Java 25, a CDS archive before.
# Once for each version of Backwise and of Java:   install.sh backwise.jar /opt/backwise
# Afterwards:                                      /opt/backwise/start
set -eu
[ $# -eq 2 ] || { echo "Usage: install.sh <backwise.jar> <folder>" >&2; exit 2; }
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
mkdir -p "$2"
folder=$(cd "$2" && pwd)
"$java" -Djarmode=tools -jar "$1" extract --destination "$folder/new" --force
training=$(mktemp -d)
trap 'rm -rf "$training"' EXIT
if [ "$version" -ge 25 ]; then
  cache=backwise.aot; use=-XX:AOTCache; make=-XX:AOTCacheOutput
else
  cache=backwise.jsa; use=-XX:SharedArchiveFile; make=-XX:ArchiveClassesAtExit
fi
rm -rf "$folder/app"
mv "$folder/new" "$folder/app"
mv "$folder"/app/*.jar "$folder/app/backwise.jar" 2>/dev/null || true
# With a database in memory: the practice's own is neither opened nor changed.
echo "Training the start with Java $version …"
(cd "$training" && "$java" "$make=$folder/app/$cache" -Dspring.context.exit=onRefresh -jar "$folder/app/backwise.jar" \
  --server.port=0 --backwise.desk.address=http://localhost --spring.datasource.url=jdbc:h2:mem:training --spring.config.location=classpath:/ >"$folder/app/training.log" 2>&1) ||
  { tail -20 "$folder/app/training.log" >&2; exit 1; }
[ -s "$folder/app/$cache" ] || { echo "No cache was made; see $folder/app/training.log" >&2; exit 1; }
cat >"$folder/start" <<END
#!/bin/sh
exec "$java" $use="$folder/app/$cache" \${JAVA_OPTS:-} -jar "$folder/app/backwise.jar" "\$@"
END
chmod 755 "$folder/start"
echo "Start it with $folder/start"
