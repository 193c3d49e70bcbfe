-- Whom a comment is for, and what signs it has, was looked up among every comment its reader may read in
-- any team. It is read beside its own comment, so that one alone is looked up.
alter policy "Whoever reads a comment reads whom it is for" on public.comment_mentions
	using (exists (select from public.recap_comments c where c.id = comment_id));
alter policy "Whoever reads a comment reads the reactions" on public.comment_reactions
	using (exists (select from public.recap_comments c where c.id = comment_id));
