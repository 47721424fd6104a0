-- Before anybody is let in to print something, the gate looks whether it is there: which move it was that came with a number, and which versions of a paper there are.
-- What was answered lies in boxes that it has no key to.
grant select (case_id, seq, move) on case_event to lods_gate;
create policy gate_reads on case_event for select to lods_gate using (true);
grant select (version) on case_paper, case_inner_paper to lods_gate;
