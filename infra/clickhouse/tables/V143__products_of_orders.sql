-- Which products did an order hold, and for which was money asked back? Storage of the view recommendations; empty in
-- rows from before.
ALTER TABLE deskpulse.order_facts
    ADD COLUMN IF NOT EXISTS products Array(String)
    COMMENT 'products of its lines, each once, by the first creation';
ALTER TABLE deskpulse.order_facts
    ADD COLUMN IF NOT EXISTS `refund_requests.refund_id` Array(String)
    COMMENT 'refunds asked for or paid, in the order in which they were first heard of';
ALTER TABLE deskpulse.order_facts
    ADD COLUMN IF NOT EXISTS `refund_requests.sku_id` Array(String)
        DEFAULT arrayMap(id -> '', `refund_requests.refund_id`)
    COMMENT 'product it is about; empty when it is about the order, or nobody knows';
ALTER TABLE deskpulse.order_facts
    ADD COLUMN IF NOT EXISTS `refund_requests.at` Array(DateTime64(3, 'UTC'))
        DEFAULT arrayMap(id -> toDateTime64(0, 3, 'UTC'), `refund_requests.refund_id`)
    COMMENT 'when it was first heard of';
