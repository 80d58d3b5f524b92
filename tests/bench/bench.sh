#!/bin/sh
# bench.sh PROGRAM FOLDER: the benchmarks, as medians and ratios of this one run. FOLDER has the benchmark tools.
set -eu
program=$1
tools=$2
here=$(dirname "$0")
pack=$here/pack
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

# check FORMAT COMMAND: ends it all where the command does not write the same bytes as the program.
check() {
	"$program" batch --rules "$pack" --from "$1" "$data/million.$1" >"$data/expected"
	$2 | cmp - "$data/expected"
	rm "$data/expected"
}

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
	echo 'First screen, and first question with Enter typed at once (80x24 terminal), against a menu of dialog:'
	"$tools/bench_firstpaint" 40 \
		dialog Zq7 dialog --menu x 20 60 10 1 one 2 two 3 Zq7 -- \
		'wizard, first screen' Stop "$program" -- \
		'wizard, first question' 'Not now' "=$(printf '\r')" "$program"
else
	echo 'First screen: left out, there is no dialog to hold it against.'
fi
echo
echo '1,000 wizards at once, each typed into through a whole screening, ten times as fast as by people:'
"$tools/bench_crowd" 1000 "$program" "$here/../../rules/iom-nl" $(command -v dialog)
echo
echo 'A screening over a line of 9,600 baud, in bytes (80x24):'
"$tools/bench_line" "$program" "$here/../../rules/iom-nl"
echo
echo 'One client, whole process (rules read, diagrams built), against a process that does nothing:'
"$tools/bench_limit" clients csv 1 >"$data/one.csv"
set -- true true summary "$program summary $data/answers.yaml" \
	check "$program check" 'batch, twelve rules' "$program batch --rules $pack $data/one.csv"
if command -v sqlite3 >/dev/null; then
	groups=$(grep -oE '\<[A-Z]{2}\>' "$pack/countries.yaml" | sed "s/.*/'&'/" | paste -sd,)
	sed "s/GROUPS/$groups/" "$here/rules.sql" >"$data/rules.sql"
	set -- "$@" 'SQLite, twelve rules' "sqlite3 :memory: '.import --csv $data/one.csv client' '.read $data/rules.sql'"
fi
"$tools/bench_measure" 40 "$@"
echo
echo 'Evaluation only: twelve rules, clients in memory, against C by hand:'
"$tools/bench_evaluate" "$pack"
echo
"$tools/bench_limit" clients csv 1000000 >"$data/million.csv"
"$tools/bench_limit" clients jsonl 1000000 >"$data/million.jsonl"
check csv "$tools/bench_limit csv $data/million.csv"
check jsonl "$tools/bench_limit jsonl $data/million.jsonl"
echo '1,000,000 clients, twelve rules, CSV to CSV, against C by hand that writes the same bytes:'
set -- 'C by hand' "$tools/bench_limit csv $data/million.csv" \
	batch "$program batch --rules $pack $data/million.csv"
if command -v luajit >/dev/null; then
	lua="luajit $here/rules.lua $pack/countries.yaml $data/million.csv"
	check csv "$lua"
	set -- "$@" LuaJIT "$lua"
fi
"$tools/bench_measure" 5 "$@"
echo
echo 'The same in JSON Lines:'
set -- 'C by hand' "$tools/bench_limit jsonl $data/million.jsonl" \
	batch "$program batch --rules $pack --from jsonl $data/million.jsonl"
if command -v node >/dev/null; then
	js="node $here/rules.js $pack/countries.yaml $data/million.jsonl"
	check jsonl "$js"
	set -- "$@" 'node, by hand' "$js"
fi
"$tools/bench_measure" 5 "$@"
echo
echo '200,000 clients with all kinds of answers, the IOM pack, as CSV, against copying the file:'
"$tools/bench_measure" 5 cat "cat $data/clients.csv" batch "$program batch $data/clients.csv" \
	'batch --because' "$program batch --because $data/clients.csv" \
	'batch --to jsonl' "$program batch --to jsonl $data/clients.csv"
echo
echo 'Growth: packs of more questions and paths, and two that are made to blow up:'
"$tools/bench_growth" "$program"
