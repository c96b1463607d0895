DROP INDEX matter.follower_account;
CREATE INDEX follower_account ON matter.follower (region, account, matter);
CREATE INDEX matter_phone ON matter.matter (region, phone_index, reported_at) WHERE phone_index IS NOT NULL;
