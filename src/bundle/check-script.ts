// The script that lies in every bundle: whoever gets one can check it with sh, awk and sha256sum, without this program.
// Few processes whatever the size: lines and openings become files, and one sha256sum reads them all.

/** The same first check in PowerShell, which every Windows has: one line for each file. It does not look into the chain. */
export const windowsCheck = "Get-Content -Encoding UTF8 manifest-sha256.txt, tagmanifest-sha256.txt | ForEach-Object { $sum, $name = $_ -split '  ', 2; if ((Get-FileHash -LiteralPath $name).Hash -eq $sum) { \"OK: $name\" } else { \"FEJL / WRONG: $name\" } }"
/** In PowerShell, before the zip is unpacked: its own digest, to be held against the one that was written down. */
export const windowsDigest = (zip: string): string => `(Get-FileHash -LiteralPath ${zip}).Hash`

export const checkScript = String.raw`#!/bin/sh
# Efterprøver mappen med sh, awk og sha256sum alene. 0: alt stemmer. 1: noget er ændret.
# Checks this folder with sh, awk and sha256sum alone. 0: all is as it was written. 1: something was changed.
LC_ALL=C; export LC_ALL
cd "$(dirname "$0")/.." || exit 2
t=$(mktemp -d) || exit 2
trap 'rm -rf "$t"' EXIT
mkdir "$t/line" "$t/open"
bad=0
wrong() { echo "FEJL: $1. / WRONG: $2."; bad=1; }

sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt >"$t/sums" 2>&1 || { grep -v ': OK$' "$t/sums"; wrong 'en fil er ændret eller mangler' 'a file was changed or is missing'; }
find data -type f | sort >"$t/is"
sed 's/^[0-9a-f]*  //' manifest-sha256.txt | sort | cmp -s - "$t/is" || wrong 'der er en fil for meget eller for lidt' 'there is a file too many or too few'

# Seglet på en linje er SHA-256 af linjen med linjeskift; den næste linje rummer det. / The seal of a line is the SHA-256 of it, line feed included.
awk -v t="$t" '{ f = sprintf("%s/line/%012d", t, NR); print > f; close(f) }' data/chain.jsonl
(cd "$t/line" && ls | xargs sha256sum) >"$t/seals"
awk -v seals="$t/seals" 'BEGIN { want = sprintf("%064d", 0) }
  substr($0, 1, 15) != "{\"commitment\":\"" || substr($0, 80) != "\",\"prev\":\"" want "\",\"seq\":" NR "}" { print "chain.jsonl: " NR; bad = 1 }
  { if ((getline seal < seals) > 0) want = substr(seal, 1, 64) }
  END { exit bad }' data/chain.jsonl || wrong 'kæden er brudt' 'the chain is broken'

# En hændelses led er SHA-256 af 32 salt-byte og indholdet. / The commitment is the SHA-256 of 32 salt bytes and the content.
form=',"salt":"[0-9a-f]+","seq":[0-9]+[}]$'
awk -v t="$t" -v form="$form" 'BEGIN { hex = "0123456789abcdef" }
  match($0, form) { seq = substr($0, RSTART + 81) + 0; salt = ""
    for (i = 0; i < 64; i += 2) salt = salt sprintf("\\%03o", 16 * index(hex, substr($0, RSTART + 9 + i, 1)) + index(hex, substr($0, RSTART + 10 + i, 1)) - 17)
    print "printf \047" salt "\047 >" t "/open/" seq }' data/entries.jsonl >"$t/salts.sh"
sh "$t/salts.sh"
awk -v t="$t" -v form="$form" 'BEGIN { ORS = "" } match($0, form) { f = t "/open/" (substr($0, RSTART + 81) + 0); print substr($0, 12, RSTART - 12) >> f; close(f) }' data/entries.jsonl
(cd "$t/open" && ls | xargs sha256sum) >"$t/opened"
awk -v opened="$t/opened" '{ made[NR] = substr($0, 16, 64) }
  END { while ((getline line < opened) > 0) { split(line, it, "  "); if (made[it[2] + 0] != it[1]) { print "entries.jsonl: " it[2]; bad = 1 } } exit bad }' data/chain.jsonl \
  || wrong 'en hændelse er ikke den, der blev forseglet' 'an incident is not the one that was sealed'
[ "$(wc -l <"$t/opened")" -eq "$(wc -l <data/entries.jsonl)" ] || wrong 'en hændelse kan ikke læses' 'an incident cannot be read'
tr ',' '\n' <data/entries.jsonl | sed -n 's/.*"sha256":"\([0-9a-f]*\)".*/\1/p' | sort -u >"$t/named"
sed -n 's,^\([0-9a-f]*\)  data/exhibits/.*,\1,p' manifest-sha256.txt | sort -u | comm -13 - "$t/named" | grep . && wrong 'et bilag mangler' 'an exhibit is missing'

[ $bad = 0 ] && echo "Alt stemmer. / All is as it was written. $(wc -l <data/chain.jsonl) led/links, $(wc -l <data/entries.jsonl) hændelser/incidents." \
  && echo "Sidste segl / last seal: $(tail -n 1 "$t/seals" | cut -c 1-64)"
exit $bad
`
