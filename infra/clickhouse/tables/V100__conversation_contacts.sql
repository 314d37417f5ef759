-- Which contacts did a conversation make, and which account had each of them when?
-- Rows of releases that did not write contacts tell one a day, from the first question to a person until the close or
-- 30 minutes after the last event, with the account that spoke first.
ALTER TABLE deskpulse.conversation_days
    ADD COLUMN IF NOT EXISTS day_ends_at DateTime64(3, 'UTC') DEFAULT toDateTime64(day, 3, 'UTC') + toIntervalDay(2)
    COMMENT 'end of the day on the clock of the shop; a later instant in rows of older releases',
    ADD COLUMN IF NOT EXISTS `contacts.arrived_at` Array(DateTime64(3, 'UTC'))
    DEFAULT if(asked_for_human AND channel = 'CHAT', [ifNull(first_question_at, first_event_at)], [])
    COMMENT 'contacts that began this day, in order: first event with people',
    ADD COLUMN IF NOT EXISTS `contacts.ends_at` Array(DateTime64(3, 'UTC'))
    DEFAULT if(
        asked_for_human AND channel = 'CHAT',
        [ifNull(if(closed_at >= last_event_at, closed_at, NULL), last_event_at + toIntervalMinute(30))], [])
    COMMENT 'close, or how long after its last event it ends by itself; later than now while it goes on',
    ADD COLUMN IF NOT EXISTS `contacts.closed` Array(Bool)
    DEFAULT if(asked_for_human AND channel = 'CHAT', [ifNull(closed_at >= last_event_at, false)], [])
    COMMENT 'somebody closed it',
    ADD COLUMN IF NOT EXISTS `contacts.handle_ms` Array(Int64)
    DEFAULT arrayMap(
        (arrived, ends) -> greatest(0, toUnixTimestamp64Milli(ends) - toUnixTimestamp64Milli(arrived)),
        `contacts.arrived_at`, `contacts.ends_at`)
    COMMENT 'ms from first event to the end, without the silences in which it had ended by itself',
    ADD COLUMN IF NOT EXISTS `contacts.asked_at` Array(Nullable(DateTime64(3, 'UTC')))
    DEFAULT if(
        asked_for_human AND channel = 'CHAT', [if(empty(`waits.opened_at`), NULL, `waits.opened_at`[1])], [])
    COMMENT 'the buyer began to wait for a person; null when the buyer asked nothing',
    ADD COLUMN IF NOT EXISTS `contacts.answered_at` Array(Nullable(DateTime64(3, 'UTC')))
    DEFAULT if(
        asked_for_human AND channel = 'CHAT',
        [if(empty(`waits.answered_at`), NULL, `waits.answered_at`[1])], [])
    COMMENT 'first reply by a person; null when there is none',
    ADD COLUMN IF NOT EXISTS `parts.contact_at` Array(DateTime64(3, 'UTC')) DEFAULT `contacts.arrived_at`
    COMMENT 'stretches of contacts that began this day, each with one account: when their contact arrived',
    ADD COLUMN IF NOT EXISTS `parts.from_at` Array(DateTime64(3, 'UTC')) DEFAULT `contacts.arrived_at`
    COMMENT 'since when it had the contact',
    ADD COLUMN IF NOT EXISTS `parts.until_at` Array(DateTime64(3, 'UTC')) DEFAULT `contacts.ends_at`
    COMMENT 'until when; later than now while it goes on',
    ADD COLUMN IF NOT EXISTS `parts.account` Array(String)
    DEFAULT arrayMap(arrived -> speaking_agents[1], `contacts.arrived_at`)
    COMMENT 'account that had it; empty while queued',
    ADD COLUMN IF NOT EXISTS `parts.ended` Array(Bool) DEFAULT arrayMap(arrived -> true, `contacts.arrived_at`)
    COMMENT 'the contact ended with it, closed or by itself';
