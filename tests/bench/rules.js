// The twelve rules of pack/ by hand, from JSON Lines to JSON Lines, the same bytes as `batch` writes:
// node rules.js GROUPS FILE, where GROUPS has the countries' codes.
const fs = require("fs");
const inGroup = new Set(fs.readFileSync(process.argv[2], "utf8").match(/\b[A-Z]{2}\b/g));
const paths = ["voluntary-return", "travel-documents", "minor-guidance", "ex-minor-guidance", "health-guidance",
	"victim-focus", "victim-outside-focus", "reintegration", "individual-mediation", "temporary-shelter",
	"careful-preparation", "family-reunification"];

function decide(client) {
	const victim = client.victim !== "none";
	const focus = victim && inGroup.has(client.origin);
	const returns = client["wishes-return"];
	const mediation = focus && client["wishes-extra-support"];
	return [returns, returns && !client["has-travel-documents"], client.age < 18 && client.unaccompanied,
		client.age >= 18 && client["arrived-as-unaccompanied-minor"], client["health-problems"], focus,
		victim && !focus, focus && returns, mediation, mediation && client["needs-shelter"],
		victim && (returns || client["fears-reprisals"]), client["family-reunion"] && returns];
}

function convert(line) {
	const outcomes = decide(JSON.parse(line));
	let added = ',"outcome":{';
	for (let i = 0; i < paths.length; i++)
		added += (i ? ',"' : '"') + paths[i] + (outcomes[i] ? '":"applies"' : '":"no"');
	return line.slice(0, -1) + added + '},"notices":[],"next":null,"error":null}\n';
}

const input = fs.openSync(process.argv[3], "r");
const block = Buffer.alloc(1 << 20);
let rest = "";
for (let length; (length = fs.readSync(input, block)) > 0;) {
	const lines = (rest + block.toString("latin1", 0, length)).split("\n");
	rest = lines.pop();
	fs.writeSync(1, lines.map(convert).join(""));
}
