# Sourced by mvnw and deploy/up: sets JAVA_HOME to a JDK of at least 25, unless it already is one.
jdk_ok() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  major=$(sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release")
  [ -n "$major" ] && [ "$major" -ge 25 ]
}
find_jdk() {
  if [ -n "${JAVA_HOME-}" ] && jdk_ok "$JAVA_HOME"; then return 0; fi
  if [ -x /usr/libexec/java_home ]; then
    JAVA_HOME=$(/usr/libexec/java_home -v 25+ 2>/dev/null || true)
    if [ -n "$JAVA_HOME" ] && jdk_ok "$JAVA_HOME"; then export JAVA_HOME; return 0; fi
  fi
  for JAVA_HOME in /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if jdk_ok "$JAVA_HOME"; then export JAVA_HOME; return 0; fi
  done
  echo "This project needs a JDK 25 or newer: install one (for example Eclipse Temurin 25) or set JAVA_HOME to it." >&2
  return 1
}
find_jdk || exit 1
