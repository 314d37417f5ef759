-- Who held the line of a call, and when?
-- Rows of releases that did not write legs tell one, from answer to release.
ALTER TABLE deskpulse.contact_facts
    ADD COLUMN IF NOT EXISTS `legs.account` Array(LowCardinality(String))
    DEFAULT if(isNotNull(answered_at) AND ifNull(released_at >= answered_at, true), [answered_by], [])
    COMMENT 'stretches of talk, in order: account that held the line';
ALTER TABLE deskpulse.contact_facts
    ADD COLUMN IF NOT EXISTS `legs.from_at` Array(DateTime64(3, 'UTC'))
    DEFAULT if(isNotNull(answered_at) AND ifNull(released_at >= answered_at, true), [assumeNotNull(answered_at)], [])
    COMMENT 'answer or transfer';
ALTER TABLE deskpulse.contact_facts
    ADD COLUMN IF NOT EXISTS `legs.until_at` Array(Nullable(DateTime64(3, 'UTC')))
    DEFAULT if(isNotNull(answered_at) AND ifNull(released_at >= answered_at, true), [released_at], [])
    COMMENT 'transfer, answer of a colleague, or release; null while the account talks';
