-- Segments grow by four with age, so that a rare word asks some twenty of them where it asked some eighty. The table is
-- written anew rather than updated: an index that has held dead rows keeps empty pages after the next vacuum, and takes
-- the words that begin with such a page for the rarest.

ALTER TABLE matter_text
    ALTER COLUMN grams TYPE tsvector
    USING ts_delete(grams, ARRAY['~' || region || '/' || slot, '~' || region || '/b' || slot / 16])
       || array_to_tsvector(ARRAY[
              '~' || region || '/0.' || slot,
              '~' || region || '/1.' || (slot >> 2),
              '~' || region || '/2.' || (slot >> 4),
              '~' || region || '/3.' || (slot >> 6),
              '~' || region || '/4.' || (slot >> 8),
              '~' || region || '/5.' || (slot >> 10),
              '~' || region || '/6.' || (slot >> 12)]);
COMMENT ON COLUMN matter_text.grams IS 'The pairs of neighbouring characters, and words that name the segments; null while the text waits to be indexed with others';
COMMENT ON TABLE text_slot IS 'Matters are searched in slots of some hundred, newest first, and in groups of 4, 16, … of them the older they are, so that a common word costs no more than a rare one';
