package io.deskpulse.digest.subscriptions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The ways to send a digest. */
public enum ChannelType {
    /** A mail for each address. */
    EMAIL,
    /** A robot of a DingTalk group. */
    DINGTALK,
    /** A robot of a Feishu group. */
    FEISHU,
    /** A robot of a WeCom group. */
    WECOM,
    /** An incoming webhook of Slack. */
    SLACK,
    /** JSON to a server of one's own. */
    WEBHOOK;

    /** As files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ChannelType::word).toList();
    }
}
