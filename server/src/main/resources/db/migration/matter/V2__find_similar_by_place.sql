-- What is similar nearby lies in a narrow band of latitude; a busy item may have thousands of recent matters.
DROP INDEX matter.matter_item_time;
CREATE INDEX matter_item_place ON matter.matter (region, item, lat) WHERE lat IS NOT NULL;
