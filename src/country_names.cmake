# Makes C tables of the countries' English names and longer codes out of iso-codes:
#
#     cmake -DINPUT=iso_3166-1.json -DOUTPUT=country_names.c -P country_names.cmake
#
# The order is that of the codes in country.c, which is read here, so that a newer iso-codes can
# never move a name to another country. The everyday name ("Bolivia") goes before the formal one
# ("Bolivia, Plurinational State of"), which has a table of its own.

file(READ "${CMAKE_CURRENT_LIST_DIR}/country.c" source)
file(READ "${INPUT}" countries)
string(REGEX MATCHALL "\"[A-Z][A-Z]\"" codes "${source}")
string(REGEX MATCHALL "{[^{}]*\"alpha_2\"[^{}]*}" countries "${countries}")

# ISO 3166-1 has no code for Kosovo; the longer one is the European Union's as well.
set(name_XK "Kosovo")
set(long_code_XK "XKX")

foreach(country IN LISTS countries)
	string(REGEX MATCH "\"alpha_2\": *\"([A-Z][A-Z])\"" found "${country}")
	set(code "${CMAKE_MATCH_1}")
	# What stands between the quotes of JSON means the same between those of C. The last one wins.
	foreach(key name common_name)
		if(country MATCHES "\"${key}\": *\"(([^\"\\]|\\\\.)*)\"")
			set(name_${code} "${CMAKE_MATCH_1}")
			set(${key}_of_${code} "${CMAKE_MATCH_1}")
		endif()
	endforeach()
	string(REGEX MATCH "\"alpha_3\": *\"([A-Z][A-Z][A-Z])\"" found "${country}")
	set(long_code_${code} "${CMAKE_MATCH_1}")
endforeach()

set(lines "")
set(formal_lines "")
set(long_code_lines "")
foreach(code IN LISTS codes)
	string(REPLACE "\"" "" code "${code}")
	if(NOT DEFINED name_${code})
		message(FATAL_ERROR "${INPUT}: no name for ${code}")
	endif()
	string(APPEND lines "\t\"${name_${code}}\",\n")
	string(APPEND long_code_lines "\t\"${long_code_${code}}\",\n")
	if(DEFINED common_name_of_${code})
		string(APPEND formal_lines "\t\"${name_of_${code}}\",\n")
	else()
		string(APPEND formal_lines "\tNULL,\n")
	endif()
endforeach()

file(WRITE "${OUTPUT}" "/* Made by country_names.cmake from iso-codes. */
#include \"country_names.h\"

const char *const country_names[COUNTRY_COUNT] = {
${lines}};

const char *const country_formal_names[COUNTRY_COUNT] = {
${formal_lines}};

const char country_long_codes[COUNTRY_COUNT][4] = {
${long_code_lines}};
")
