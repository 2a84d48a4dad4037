# Reads Maven's log so far and says where the build is. Variables: seconds since the start; width of the terminal for one
# line that is written over again, or 0 for a line per step, of which the first told have been said.
function step(text) {
  if (width == 0 && ++steps > told) printf "[%5d s] %s\n", seconds, text
}
function finished() {
  if (module != "") step(module " is built (" number " of " all ")")
  module = ""
}
/^\[INFO\] Building .* \[[0-9]+\/[0-9]+\]$/ {
  finished()
  split($NF, position, /[\[\/\]]/)
  number = position[2]; all = position[3]; module = $(NF - 2); doing = ""
}
/^\[INFO\] Reactor Summary/ { finished() }
/^\[INFO\] --- / {
  was = doing
  if ($3 ~ /:compile$/) doing = "compiling"
  if ($3 ~ /:testCompile$/) doing = "compiling its tests"
  if ($3 ~ /^quarkus(-maven-plugin)?:.*:build$/) doing = "putting it together"
  if (doing != was && module != "") step(module ": " doing)
}
/^\[INFO\] Downloading from / { sub(/.*\//, ""); sub(/ .*/, ""); file = $0 }
/^\[INFO\] Downloaded from / { if (++fetched % 100 == 0) step(fetched " artifacts fetched") }
END {
  if (width == 0) exit
  line = sprintf("[%5d s] ", seconds) (all == "" ? "starting Maven" : number " of " all)
  if (module != "") line = line ", " module (doing == "" ? "" : ": " doing)
  if (fetched > 0) line = line "; " fetched " artifacts fetched" (module == "" || file == "" ? "" : ", last " file)
  printf "\r%s\033[K", substr(line, 1, width - 1)
}
