-- Whether the paper of a person who stalks still holds is asked only when it is sent on, by whoever has the talks; that one reads when it was taken back. So it is asked as that one,
-- and the gate reads nothing of it.
alter function gate.other_consent_holds(uuid, uuid) security invoker;
drop policy gate_reads on other_consent_end;
revoke select on other_consent_end from lods_gate;
