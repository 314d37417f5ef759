package io.deskpulse.streaming.staffing;

/**
 * What all rows of a series have in common.
 *
 * @param shopId shop
 * @param channel as in conversations
 * @param intervalMinutes length of an interval
 * @param madeAtMillis moment of the forecast
 * @param originDay last whole day that was learned from, days since 1970-01-01
 * @param weeklyContacts contacts a week over the last 8 weeks known
 */
record Run(
        String shopId, String channel, int intervalMinutes, long madeAtMillis, long originDay, double weeklyContacts) {
    /** A row of a table: something of the series. */
    record Row<T>(Run run, T item) {}
}
