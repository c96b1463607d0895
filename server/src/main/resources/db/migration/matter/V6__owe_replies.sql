ALTER TABLE matter.matter ADD COLUMN reply_at timestamptz;
COMMENT ON COLUMN matter.matter.reply_at IS 'When it is to be said next that the requester still waits for a reply; null when none is owed, or it has been said that it is late';
