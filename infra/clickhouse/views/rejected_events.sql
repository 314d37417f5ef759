-- Which events were refused, why, and where do their original bytes lie?

--| Refused events, one row each, without their content; day is UTC. The original bytes lie in the topic
--| deskpulse.dead-letters.v1.
CREATE OR REPLACE VIEW deskpulse.rejected_events AS
SELECT
    shop_id,
    toDate(rejected_at, 'UTC') AS day,
    rejected_at,
    reason,
    detail,
    source_topic,
    source_partition,
    source_offset,
    dead_letter_partition,
    dead_letter_offset
FROM deskpulse.rejections FINAL;
