-- The twelve rules of pack/ by hand, from CSV to CSV, the same bytes as `batch` writes: luajit rules.lua GROUPS FILE,
-- where GROUPS has the countries' codes.
local in_group = {}
for line in io.lines(arg[1]) do
	for code in line:gmatch("%f[%a]%u%u%f[%A]") do in_group[code] = true end
end
local pattern = "^(%a%a),(%d+)" .. (",(%a+)"):rep(10) .. "$"
local paths = "voluntary-return,travel-documents,minor-guidance,ex-minor-guidance,health-guidance,victim-focus,"
	.. "victim-outside-focus,reintegration,individual-mediation,temporary-shelter,careful-preparation,"
	.. "family-reunification"
local word = {[true] = ",applies", [false] = ",no"}
local rows, count = {}, 0
for line in io.lines(arg[2]) do
	local origin, age, alone, arrived, victim, health, returns, documents, extra, shelter, family, fear = line:match(pattern)
	count = count + 1
	if origin then
		age = tonumber(age)
		returns, extra = returns == "yes", extra == "yes"
		local is_victim = victim ~= "none"
		local focus = is_victim and in_group[origin] == true
		local mediation = focus and extra
		rows[count] = line .. word[returns] .. word[returns and documents == "no"]
			.. word[age < 18 and alone == "yes"] .. word[age >= 18 and arrived == "yes"] .. word[health == "yes"]
			.. word[focus] .. word[is_victim and not focus] .. word[focus and returns] .. word[mediation]
			.. word[mediation and shelter == "yes"] .. word[is_victim and (returns or fear == "yes")]
			.. word[family == "yes" and returns] .. ",,,\n"
	else
		rows[count] = line .. "," .. paths .. ",notices,next,error\n"
	end
	if count == 1000 then
		io.write(table.concat(rows, "", 1, count))
		count = 0
	end
end
io.write(table.concat(rows, "", 1, count))
