#!/usr/bin/env bash
# Builds target/app: the unpacked application and its start-up cache.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
. "$home/tools/jdk.sh"
find_jdk
cd "$home"
export ORT_DISABLE_TELEMETRY=1 # as in ./oropos
echo "Building Oropos (first use or changed sources) ..."
./mvnw -q -B -DskipTests -Dspotless.check.skip=true package
rm -rf target/app.new
"$JAVA_HOME/bin/java" -Djarmode=tools -jar target/oropos.jar extract --destination target/app.new >/dev/null
# The start-up cache (JEP 483, 514): one training run; the same options as in ./oropos or it is not used.
training="$(mktemp -d)"
trap 'rm -rf "$training"' EXIT
rm -rf target/app && mv target/app.new target/app
if ! "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx2g --enable-native-access=ALL-UNNAMED \
    -Dfile.encoding=UTF-8 -Djava.util.logging.config.file="$home/tools/logging.properties" -XX:AOTCacheOutput="$home/target/app/oropos.aot" \
    -jar "$home/target/app/oropos.jar" --data "$training/data" serve --train >target/aot.log 2>&1; then
    echo "The start-up cache could not be made (see target/aot.log); Oropos runs without it, a little slower to start." >&2
    rm -f target/app/oropos.aot
fi
touch target/app/built
echo "Built."
