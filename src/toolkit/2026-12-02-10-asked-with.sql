-- A citizen reads the version that she was asked with, taken back or not, and never which one is filled in today.
drop policy citizen_reads on tool_version_taken_back;
revoke select on tool_version_taken_back from lods_citizen;
