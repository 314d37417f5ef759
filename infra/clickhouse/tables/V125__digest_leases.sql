-- Who may send digests now?
-- One row per sender, the latest version of which holds. Whoever wants to send writes a row and looks: it may, when no
-- other one's holds. Both instants are those of the server, as senders' clocks differ.
CREATE TABLE IF NOT EXISTS deskpulse.digest_leases
(
    holder String COMMENT 'the sender',
    version UInt64 COMMENT 'number of its row, from 1',
    written_at DateTime64(3, 'UTC') COMMENT 'when, on the server''s clock',
    holds_until DateTime64(3, 'UTC') COMMENT 'until when it holds; written_at when it was given back'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY holder
TTL toDateTime(written_at) + INTERVAL 30 DAY
COMMENT 'Leases of senders of digests, kept for 30 days.';
