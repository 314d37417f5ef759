package io.deskpulse.streaming.codec;

import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.api.common.typeutils.base.StringComparator;

/** Type of the keys of timelines: strings, written in one piece. */
public final class KeyTypeInfo extends BasicTypeInfo<String> {
    /** The one type. */
    public static final KeyTypeInfo INSTANCE = new KeyTypeInfo();

    private KeyTypeInfo() {
        super(String.class, new Class<?>[0], KeySerializer.INSTANCE, StringComparator.class);
    }
}
