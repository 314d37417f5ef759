package io.deskpulse.streaming.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.Topic;
import io.deskpulse.metrics.responsetime.TopicCause;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TopicReaderTest {
    private static final long BEFORE = Instant.parse("2026-11-28T15:59:59.999Z").toEpochMilli();
    private static final long AFTER = Instant.parse("2026-11-28T16:00:00Z").toEpochMilli();
    private static final long SECOND = Instant.parse("2026-11-30T00:00:00Z").toEpochMilli();
    private static final String OURS = """
            versions:
              - version: nov
                from: 2026-11-29T00:00:00+08:00
                topics:
                  - {code: ENGRAVING, zh: 刻字, en: Engraving, cause: orders_open, synonyms: {zh: [刻字]}}
                  - {code: SIZE, synonyms: {zh: [几号的]}, without: {zh: [尺码]}}
            """;

    private final TopicReader bundled = new TopicReader(TopicTaxonomy.bundled(), true);
    private final TopicReader ours = new TopicReader(TopicFile.parse(OURS).taxonomy(), true);

    @Test
    void theFeedGoesFirst() {
        assertThat(bundled.topic(BEFORE, "PRICE", "什么尺码")).isEqualTo(new Topic("PRICE", "1", TopicCause.ENQUIRERS));
        assertThat(bundled.topic(BEFORE, "price", null)).isEqualTo(new Topic("PRICE", "1", TopicCause.ENQUIRERS));
        assertThat(bundled.topic(BEFORE, "优惠券", null)).isEqualTo(new Topic("DISCOUNT", "1", TopicCause.ENQUIRERS));
        assertThat(bundled.topic(BEFORE, "Wholesale-3", "什么尺码")).isEqualTo(new Topic("Wholesale-3", "1", null));
    }

    @Test
    void withoutALabelTheTextIsRead() {
        assertThat(bundled.topic(BEFORE, null, "这件什么尺码")).isEqualTo(new Topic("SIZE", "1", TopicCause.ENQUIRERS));
        assertThat(bundled.topic(BEFORE, " ", "Where is my order?"))
                .isEqualTo(new Topic("TRACKING", "1", TopicCause.PARCELS_UNDER_WAY));
        assertThat(bundled.topic(BEFORE, null, "嗯嗯")).isNull();
        assertThat(bundled.topic(BEFORE, null, null)).isNull();
    }

    @Test
    void whatIsNoLabelDoesNotLeaveTheSource() {
        assertThat(bundled.topic(BEFORE, "13812345678", "尺码")).isEqualTo(new Topic("SIZE", "1", TopicCause.ENQUIRERS));
        assertThat(bundled.topic(BEFORE, "张伟", null)).isNull();
        assertThat(bundled.topic(BEFORE, "Ａ类咨询", null)).isEqualTo(new Topic("Ａ类咨询", "1", null));
        assertThat(bundled.topic(BEFORE, "my name is Li Lei and I would like to know this", null))
                .isNull();
    }

    @Test
    void aChangeHoldsForWhatIsSentFromItsInstantOn() {
        assertThat(ours.topic(BEFORE, null, "可以刻字吗")).isNull();
        assertThat(ours.topic(AFTER, null, "可以刻字吗")).isEqualTo(new Topic("ENGRAVING", "1+nov", TopicCause.ORDERS_OPEN));
        assertThat(ours.topic(BEFORE, null, "哪个尺码")).isEqualTo(new Topic("SIZE", "1", TopicCause.ENQUIRERS));
        assertThat(ours.topic(AFTER, null, "尺码")).isNull();
        assertThat(ours.topic(AFTER, null, "几号的")).isEqualTo(new Topic("SIZE", "1+nov", TopicCause.ENQUIRERS));
        assertThat(ours.topic(BEFORE, null, "哪个尺码")).isEqualTo(new Topic("SIZE", "1", TopicCause.ENQUIRERS));
    }

    @Test
    void aReleaseHoldsFromItsInstantOnAndLeavesAShopItsOwnWords() {
        assertThat(bundled.topic(SECOND - 1, null, "公司报销用"))
                .isEqualTo(new Topic("RETURN_SHIPPING", "1", TopicCause.PARCELS_SIGNED));
        assertThat(bundled.topic(SECOND, null, "公司报销用")).isEqualTo(new Topic("INVOICE", "2", TopicCause.ORDERS_OPEN));
        assertThat(bundled.topic(SECOND, null, "可以刻字吗"))
                .isEqualTo(new Topic("ORDER_CHANGE", "2", TopicCause.ORDERS_OPEN));
        assertThat(ours.topic(SECOND, null, "可以刻字吗"))
                .isEqualTo(new Topic("ENGRAVING", "2+nov", TopicCause.ORDERS_OPEN));
        assertThat(ours.topic(SECOND, null, "公司报销用")).isEqualTo(new Topic("INVOICE", "2+nov", TopicCause.ORDERS_OPEN));
    }

    @Test
    void switchedOffOnlyTheFeedTells() {
        TopicReader off = new TopicReader(TopicTaxonomy.bundled(), false);

        assertThat(off.topic(BEFORE, null, "这件什么尺码")).isNull();
        assertThat(off.topic(BEFORE, "SIZE", "多少钱")).isEqualTo(new Topic("SIZE", "1", TopicCause.ENQUIRERS));
    }

    @Test
    void aCopyReadsAsItsOriginal() throws IOException, ClassNotFoundException {
        ours.topic(AFTER, "SIZE", "刻字");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(ours);
        TopicReader copy =
                (TopicReader) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(copy.topic(AFTER, null, "可以刻字吗")).isEqualTo(new Topic("ENGRAVING", "1+nov", TopicCause.ORDERS_OPEN));
    }
}
