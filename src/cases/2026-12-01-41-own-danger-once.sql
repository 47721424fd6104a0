-- A leader looks through every opening in danger of the partnership, her own among them: the policy of her own alone let nobody see more.
drop policy leader_broke on break_glass;
