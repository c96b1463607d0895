ALTER TABLE device ADD COLUMN stands_in text COLLATE "C";
COMMENT ON COLUMN device.stands_in IS 'The smallest area it is known to stand in, by which people reach it; null for those entered before, which stand in area or in the county';
UPDATE device SET stands_in = coalesce(area, region);

CREATE INDEX device_map ON device (region, lon, lat) WHERE lon IS NOT NULL;
