#!/bin/sh
# bench.sh PROGRAM FOLDER: the benchmarks, as medians and ratios of this one run. FOLDER has the benchmark tools.
set -eu
program=$1
tools=$2
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

# 200,000 clients with all kinds of answers, the same ones each time (an awk's own random numbers differ).
awk 'BEGIN {
	count = split("origin:RO UA NL NG ?|age:17 24 <18 >=18 ?|unaccompanied:yes no|arrived-unaccompanied:yes no|" \
		"return-wish:yes undecided no|travel-documents:yes no|health:yes no !|victim:presumed identified no|" \
		"extra-support-wish:yes no ~|support-needs:- guidance guidance+shelter|reprisals-fear:yes no|" \
		"organisations:- police police+care|family-wish:yes no", columns, "|")
	for (i = 1; i <= count; i++) {
		split(columns[i], parts, ":")
		header = header "," parts[1]
		sizes[i] = split(parts[2], values, " ")
		for (j = 1; j <= sizes[i]; j++)
			answers[i, j] = values[j]
	}
	print "client" header
	for (row = 1; row <= 200000; row++) {
		line = row
		for (i = 1; i <= count; i++) {
			# Park and Miller, "Random number generators: good ones are hard to find" (1988).
			seed = ((seed ? seed : 1) * 16807) % 2147483647
			line = line "," answers[i, int(seed / 2147483647 * sizes[i]) + 1]
		}
		print line
	}
}' >"$data/clients.csv"
printf 'origin: RO\nage: 24\nvictim: presumed\nreturn-wish: yes\n' >"$data/answers.yaml"

if command -v dialog >/dev/null; then
	echo 'First question on the screen (80x24 terminal), against a menu of dialog:'
	"$tools/bench_firstpaint" 40 \
		dialog Zq7 dialog --menu x 20 60 10 1 one 2 two 3 Zq7 -- \
		wizard 'Not now' "$program"
else
	echo 'First question on the screen: left out, there is no dialog to hold it against.'
fi
echo
echo 'One client, whole process (rules read, diagrams built), against a process that does nothing:'
"$tools/bench_measure" 40 true true summary "$program summary $data/answers.yaml" \
	check "$program check"
echo
echo '200,000 clients as CSV, against copying the file:'
"$tools/bench_measure" 5 cat "cat $data/clients.csv" batch "$program batch $data/clients.csv" \
	'batch --because' "$program batch --because $data/clients.csv"
