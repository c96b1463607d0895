-- Work of one item, and work with a flag, what falls due first on top.
CREATE INDEX open_row_item ON open_row (region, item, due, id);
CREATE INDEX aside_row_due ON aside_row (region, flag, due, id);
