ALTER TABLE notice DROP CONSTRAINT notice_state;
ALTER TABLE notice ADD CONSTRAINT notice_state CHECK (state IN ('delivered', 'seen'));
ALTER TABLE notice DROP COLUMN attempts;
COMMENT ON COLUMN notice.state IS 'In the app a notice is delivered by being here, then seen; what goes outside has deliveries of its own';
COMMENT ON TABLE notice IS 'Who is told what about a matter, in the app';
