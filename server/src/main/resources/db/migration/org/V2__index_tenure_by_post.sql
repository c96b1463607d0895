-- Deleting or changing a post looks for its tenures, open and past ones.
CREATE INDEX tenure_post ON org.tenure (region, post);
