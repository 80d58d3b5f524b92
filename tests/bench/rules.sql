-- The twelve rules of pack/ by hand, on a table of one client; GROUPS stands for the countries' codes.
with facts as (
	select *, victim <> 'none' as is_victim, victim <> 'none' and origin in (GROUPS) as focus,
		"wishes-return" = 'yes' as returns
	from client)
select returns, returns and "has-travel-documents" = 'no', age < 18 and unaccompanied = 'yes',
	age >= 18 and "arrived-as-unaccompanied-minor" = 'yes', "health-problems" = 'yes', focus,
	is_victim and not focus, focus and returns, focus and "wishes-extra-support" = 'yes',
	focus and "wishes-extra-support" = 'yes' and "needs-shelter" = 'yes',
	is_victim and (returns or "fears-reprisals" = 'yes'), "family-reunion" = 'yes' and returns
from facts;
