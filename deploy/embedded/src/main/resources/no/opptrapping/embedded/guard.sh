# guard GRACE SIGNAL PIDFILE command...
# Runs the command in a session of its own, so that Ctrl-C in the terminal does not reach it. TERM stops it in order
# (SIGNAL is what the command takes as "stop"), USR1 kills it. The end of standard input means that the starter died.
grace=$1 sig=$2 pidfile=$3; shift 3; p=; trap '' INT HUP
trap '[ -z "$p" ] || kill -s "$sig" "$p" 2>/dev/null' TERM
trap '[ -z "$p" ] || kill -s KILL "$p" 2>/dev/null' USR1
if command -v setsid >/dev/null 2>&1; then set -- setsid "$@"; fi
exec 3<&0
"$@" </dev/null 3<&- & p=$!
echo "$p" >"$pidfile"
( trap - TERM USR1; cat <&3 >/dev/null; sleep "$grace"; kill -s "$sig" $p 2>/dev/null
  i=0; while kill -0 $p 2>/dev/null && [ $i -lt 20 ]; do sleep 1; i=$((i+1)); done; kill -s KILL $p 2>/dev/null ) & w=$!
exec 3<&-
while :; do wait $p; r=$?; kill -0 $p 2>/dev/null || break; done
kill $w 2>/dev/null; rm -f "$pidfile"; exit $r
