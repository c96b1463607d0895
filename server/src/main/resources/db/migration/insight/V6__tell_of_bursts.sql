ALTER TABLE burst ADD COLUMN raised_at timestamptz;
COMMENT ON COLUMN burst.raised_at IS 'When it was told that it became an alert; null for a line that is none';
UPDATE burst SET raised_at = last_at WHERE state IS NOT NULL;
CREATE INDEX burst_untold ON burst (region) WHERE state IS NOT NULL AND raised_at IS NULL;
