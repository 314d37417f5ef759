package io.deskpulse.metrics.conversion;

/**
 * One trouble of an order: the content of one row, without buyer and version (docs/metrics.md, order troubles).
 *
 * <p>Instants are milliseconds since the epoch, {@link BuyerFacts#NONE} when there is none.
 */
public final class TroubleFacts implements BuyerFacts {
    final String orderId;
    final String troubleId;
    String kind;
    long detectedAtMillis = NONE;
    int detectedDay;
    long firstWordAtMillis = NONE;
    boolean proactive;
    String firstWordAccount;
    long fixedAtMillis = NONE;
    int version;

    TroubleFacts(String orderId, String troubleId) {
        this.orderId = orderId;
        this.troubleId = troubleId;
    }

    /** The order. */
    public String orderId() {
        return orderId;
    }

    /** The trouble, unique within the shop. */
    public String troubleId() {
        return troubleId;
    }

    /** What went wrong, as the event names it. */
    public String kind() {
        return kind;
    }

    /** First detection; every row has one. */
    public long detectedAtMillis() {
        return detectedAtMillis;
    }

    /** The shop's calendar day of the detection, in days since 1970-01-01. */
    public int detectedDay() {
        return detectedDay;
    }

    /** First message after detection, the buyer's or an account's, in any conversation. */
    public long firstWordAtMillis() {
        return firstWordAtMillis;
    }

    /** Whether that message was the shop's; false while there is none. */
    public boolean isProactive() {
        return proactive;
    }

    /** The account that sent it; null when the buyer did, the account is unknown, or there is none. */
    public String firstWordAccount() {
        return firstWordAccount;
    }

    /** First time it was reported fixed. */
    public long fixedAtMillis() {
        return fixedAtMillis;
    }

    @Override
    public int version() {
        return version;
    }

    boolean isDetected() {
        return detectedAtMillis != NONE;
    }
}
