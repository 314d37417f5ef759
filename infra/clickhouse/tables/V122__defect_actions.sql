-- What did people do about each defect, and who?
-- One row per word of somebody; the latest that tells of a state holds, the others stay for whoever asks later.
CREATE TABLE IF NOT EXISTS deskpulse.defect_actions
(
    shop_id String COMMENT 'shop',
    sku_id String COMMENT 'product',
    attribute String COMMENT 'what is wrong with it, as in defect_cases',
    acted_at DateTime64(3, 'UTC') COMMENT 'when it was said',
    action String COMMENT 'ACKNOWLEDGED, FIXING, FIXED, NOT_A_DEFECT, ASSIGNED',
    holds_from DateTime64(3, 'UTC') COMMENT 'since when it is so: of FIXED, since when products leave mended',
    owner String COMMENT 'who has to mend it; empty when the word names nobody',
    due_day Nullable(Date) COMMENT 'until when; null when the word names no day',
    note String COMMENT 'why, in the words of who said it',
    said_by String COMMENT 'who said it'
)
ENGINE = ReplacingMergeTree
ORDER BY (shop_id, sku_id, attribute, acted_at)
COMMENT 'Words of people on defects, kept for ever. Read through defects_at.';
