-- Whoever uploads is asked how many of his pictures no step has used yet. By time of upload every loose picture of the
-- region was read for that.
DROP INDEX matter.attachment_loose;
CREATE INDEX attachment_loose ON matter.attachment (region, uploader) WHERE matter IS NULL;
