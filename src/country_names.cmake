# Makes a C table of the countries' English names out of iso-codes:
#
#     cmake -DINPUT=iso_3166-1.json -DOUTPUT=country_names.c -P country_names.cmake
#
# The order is that of the codes in country.c, which is read here, so that a newer iso-codes can
# never move a name to another country. The everyday name ("Bolivia") goes before the formal one
# ("Bolivia, Plurinational State of").

file(READ "${CMAKE_CURRENT_LIST_DIR}/country.c" source)
file(READ "${INPUT}" countries)
string(REGEX MATCHALL "\"[A-Z][A-Z]\"" codes "${source}")
string(REGEX MATCHALL "{[^{}]*\"alpha_2\"[^{}]*}" countries "${countries}")

# ISO 3166-1 has no code for Kosovo.
set(name_XK "Kosovo")

foreach(country IN LISTS countries)
	string(REGEX MATCH "\"alpha_2\": *\"([A-Z][A-Z])\"" found "${country}")
	set(code "${CMAKE_MATCH_1}")
	# What stands between the quotes of JSON means the same between those of C. The last one wins.
	foreach(key name common_name)
		if(country MATCHES "\"${key}\": *\"(([^\"\\]|\\\\.)*)\"")
			set(name_${code} "${CMAKE_MATCH_1}")
		endif()
	endforeach()
endforeach()

set(lines "")
foreach(code IN LISTS codes)
	string(REPLACE "\"" "" code "${code}")
	if(NOT DEFINED name_${code})
		message(FATAL_ERROR "${INPUT}: no name for ${code}")
	endif()
	string(APPEND lines "\t\"${name_${code}}\",\n")
endforeach()

file(WRITE "${OUTPUT}" "/* Made by country_names.cmake from iso-codes. */
#include \"country_names.h\"

const char *const country_names[COUNTRY_COUNT] = {
${lines}};
")
