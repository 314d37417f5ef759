-- Who held the line of a call, and when?
-- Rows of releases that did not write legs have none; the view call_legs gives such a call one, from answer to release.
ALTER TABLE deskpulse.contact_facts
    ADD COLUMN IF NOT EXISTS `legs.account` Array(LowCardinality(String))
    COMMENT 'stretches of talk, in order: account that held the line';
ALTER TABLE deskpulse.contact_facts
    ADD COLUMN IF NOT EXISTS `legs.from_at` Array(DateTime64(3, 'UTC'))
    COMMENT 'answer or transfer';
ALTER TABLE deskpulse.contact_facts
    ADD COLUMN IF NOT EXISTS `legs.until_at` Array(Nullable(DateTime64(3, 'UTC')))
    COMMENT 'transfer, answer of a colleague, or release; null while the account talks';
