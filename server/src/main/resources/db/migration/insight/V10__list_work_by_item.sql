-- Work of one item, what falls due first on top.
CREATE INDEX open_row_item ON open_row (region, item, due, id);
