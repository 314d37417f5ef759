-- Which parcels of an order were under way when? Storage of the views parcels and
-- contact_causes; empty in rows from before.
ALTER TABLE deskpulse.order_facts
    ADD COLUMN IF NOT EXISTS `parcels.parcel_id` Array(String)
    COMMENT 'parcels in the order in which they were first heard of: id, unique within the shop';
ALTER TABLE deskpulse.order_facts
    ADD COLUMN IF NOT EXISTS `parcels.shipped_at` Array(Nullable(DateTime64(3, 'UTC')))
    COMMENT 'first handed to a carrier; null when that is not known';
ALTER TABLE deskpulse.order_facts
    ADD COLUMN IF NOT EXISTS `parcels.shipped_day` Array(Date)
    COMMENT 'the same as calendar day of the shop; 1970-01-01 when not known';
ALTER TABLE deskpulse.order_facts
    ADD COLUMN IF NOT EXISTS `parcels.signed_at` Array(Nullable(DateTime64(3, 'UTC')))
    COMMENT 'delivered; null while it is not';
ALTER TABLE deskpulse.order_facts
    ADD COLUMN IF NOT EXISTS `parcels.signed_day` Array(Date)
    COMMENT 'the same as calendar day of the shop; 1970-01-01 while it is not';
ALTER TABLE deskpulse.order_facts
    ADD COLUMN IF NOT EXISTS closed_day Nullable(Date)
    COMMENT 'closed_at as calendar day of the shop; null when it was not closed, and in older rows';
