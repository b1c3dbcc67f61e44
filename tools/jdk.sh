# Finds a JDK 25: JAVA_HOME, PATH, the usual folders. Sets and exports JAVA_HOME, or says what to install.

is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -Eq '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$1/release"
}

find_jdk() {
    local candidate
    if [ -n "${JAVA_HOME:-}" ] && is_jdk_25 "$JAVA_HOME"; then
        export JAVA_HOME
        return
    fi
    if candidate="$(command -v javac 2>/dev/null)"; then
        candidate="$(dirname "$(dirname "$(readlink -f "$candidate")")")"
        if is_jdk_25 "$candidate"; then
            export JAVA_HOME="$candidate"
            return
        fi
    fi
    for candidate in /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if is_jdk_25 "$candidate"; then
            export JAVA_HOME="$candidate"
            return
        fi
    done
    cat >&2 <<'WORDS'
Oropos needs a JDK 25 or newer and found none (looked at JAVA_HOME, PATH and the usual folders).
Install one, for example Eclipse Temurin 25 (https://adoptium.net), or:
    Debian, Ubuntu:  apt-get install temurin-25-jdk     (after adding Adoptium's repository)
    macOS:           brew install --cask temurin@25
    SDKMAN:          sdk install java 25-tem
then run this command again, or point JAVA_HOME at it.
WORDS
    exit 2
}
