-- Whoever sends as the visitator writes the name down as the visitator does in any citizen's case: the one policy lets through what the other did.
drop policy visitator_sends on case_index;
