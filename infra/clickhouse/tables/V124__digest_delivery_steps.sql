-- What became of each attempt to deliver a digest?
-- One row before anything is sent, one when the outcome is known: the outbox. An attempt without an outcome is one
-- whose sender died.
CREATE TABLE IF NOT EXISTS deskpulse.digest_delivery_steps
(
    shop_id String COMMENT 'shop',
    delivery_id String COMMENT 'hash of issue, version and receiver; its Message-ID and idempotency key',
    attempt UInt32 COMMENT 'from 1',
    step UInt8 COMMENT '1 before it is sent, 2 when the outcome is known',
    state String COMMENT 'SENDING; SENT, RETRY, REFUSED, UNKNOWN',
    at DateTime64(3, 'UTC') COMMENT 'when',
    retry_at Nullable(DateTime64(3, 'UTC')) COMMENT 'of RETRY: not before',
    detail String COMMENT 'what the receiver answered, without addresses; empty when nothing',
    subscription String COMMENT 'name of the subscription',
    channel String COMMENT 'email, dingtalk, feishu, wecom, slack or webhook',
    receiver String COMMENT 'who, without the address itself',
    issue_id String COMMENT 'which digest',
    version UInt32 COMMENT 'which version of it',
    period String COMMENT 'DAY or WEEK',
    from_day Date COMMENT 'first day of the period',
    language String COMMENT 'en or zh'
)
ENGINE = ReplacingMergeTree
ORDER BY (shop_id, delivery_id, attempt, step)
TTL toDateTime(at) + INTERVAL 400 DAY
COMMENT 'Attempts to deliver digests, kept for 400 days. Read through digest_deliveries.';
