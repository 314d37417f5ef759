package io.deskpulse.bench.chaos.planted;

import io.deskpulse.streaming.facts.RowBinary;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Code that is copied into methods of a jar: how they come to be wrong. */
final class Changes {
    private Changes() {}

    /** Nothing is done. */
    static final class Skipped {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }
    }

    /** The answer is always yes. */
    static final class Yes {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean answer) {
            answer = true;
        }
    }

    /** What goes wrong is not told. */
    static final class Silent {
        @Advice.OnMethodExit(onThrowable = RuntimeException.class)
        static void exit(@Advice.Thrown(readOnly = false) Throwable failure) {
            failure = null;
        }
    }

    /** What a writer has gathered is gone with each checkpoint. */
    static final class DroppedAtCheckpoints {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.FieldValue("batch") RowBinary batch,
                @Advice.FieldValue(value = "batchRows", readOnly = false) int batchRows) {
            for (StackTraceElement caller : Thread.currentThread().getStackTrace()) {
                if (caller.getMethodName().equals("prepareSnapshotPreBarrier")) {
                    batch.clear();
                    batchRows = 0;
                }
            }
        }
    }

    /** One row in so many is lost. */
    static final class SomeRowsLost {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(@Advice.Argument(0) byte[] row) {
            return Arrays.hashCode(row) % 7 == 0;
        }
    }

    /** The more is known, the lower the version. */
    static final class Reversed {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) long version) {
            version = Integer.MAX_VALUE - version;
        }
    }

    /** The last of a list is left out. */
    static final class LastLeftOut {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) List<Object> list) {
            list = list.size() > 1 ? list.subList(0, list.size() - 1) : list;
        }
    }

    /** Some instants are too late without being so. */
    static final class SomeTooLate {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) long millis, @Advice.Return(readOnly = false) boolean isTooLate) {
            isTooLate = isTooLate || millis % 7 == 0;
        }
    }

    /** Shops share their keys. */
    static final class WithoutShop {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(1) String id, @Advice.Return(readOnly = false) String key) {
            key = "\u0001x" + id;
        }
    }

    /** What was there before the job is not read. */
    static final class FromTheEnd {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) OffsetsInitializer offsets) {
            offsets = OffsetsInitializer.latest();
        }
    }

    /** Some messages are passed over. */
    static final class SomePassedOver {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(@Advice.Argument(0) ConsumerRecord<byte[], byte[]> message) {
            return message.offset() % 101 == 50;
        }
    }

    /** A position is kept that lies ahead of what was read. */
    static final class Ahead {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) long offset) {
            offset = offset + 40;
        }
    }
}
