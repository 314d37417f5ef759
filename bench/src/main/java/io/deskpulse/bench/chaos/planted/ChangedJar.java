package io.deskpulse.bench.chaos.planted;

import static net.bytebuddy.matcher.ElementMatchers.any;
import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.asm.MemberSubstitution;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.pool.TypePool;
import org.apache.flink.api.common.operators.ProcessingTimeService;

/** Copies of the jar in which some classes are others. */
public final class ChangedJar {
    /** Classes of ours that read the wall clock. */
    private static final List<String> READERS_OF_CLOCKS =
            List.of("io.deskpulse.streaming.sinks.ClickHouseWriter", "io.deskpulse.streaming.timeline.PendingKeys");

    private ChangedJar() {}

    /**
     * Writes a copy with a bug.
     *
     * @throws IllegalStateException when the jar has no such class, or the bug leaves it as it is
     */
    public static void withBug(Path jar, PlantedBug bug, Path copy) throws IOException {
        write(jar, Map.of(bug.className(), bug.change()), List.of(), copy);
    }

    /** Writes a copy that reads the wall clock through {@link SkewedTime}. */
    public static void withClock(Path jar, Path copy) throws IOException {
        AsmVisitorWrapper clock = new AsmVisitorWrapper.Compound(
                replaced("getCurrentProcessingTime", "now", ProcessingTimeService.class),
                replaced(
                        "registerTimer",
                        "register",
                        ProcessingTimeService.class,
                        long.class,
                        ProcessingTimeService.ProcessingTimeCallback.class));
        Map<String, AsmVisitorWrapper> readers =
                READERS_OF_CLOCKS.stream().collect(Collectors.toMap(name -> name, name -> clock));
        write(jar, readers, List.of(SkewedTime.class), copy);
    }

    private static AsmVisitorWrapper replaced(String method, String by, Class<?>... parameters) {
        try {
            return MemberSubstitution.relaxed()
                    .method(named(method))
                    .replaceWith(SkewedTime.class.getMethod(by, parameters))
                    .on(any());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path jar, Map<String, AsmVisitorWrapper> changes, List<Class<?>> added, Path copy)
            throws IOException {
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream out = new ZipOutputStream(file)) {
            // It lives for a minute: what is not compressed is written sooner.
            out.setLevel(0);
            Map<String, byte[]> changed = new HashMap<>();
            for (Map.Entry<String, AsmVisitorWrapper> change : changes.entrySet()) {
                changed.put(entry(change.getKey()), changed(in, change.getKey(), change.getValue()));
            }
            Enumeration<? extends ZipEntry> entries = in.entries();
            while (entries.hasMoreElements()) {
                ZipEntry each = entries.nextElement();
                byte[] bytes = changed.get(each.getName());
                put(out, each.getName(), bytes == null ? bytes(in, each) : bytes);
            }
            for (Class<?> type : added) {
                put(out, entry(type.getName()), own().locate(type.getName()).resolve());
            }
        }
    }

    private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private static String entry(String className) {
        return className.replace('.', '/') + ".class";
    }

    private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream bytes = jar.getInputStream(entry)) {
            return bytes.readAllBytes();
        }
    }

    private static byte[] changed(ZipFile jar, String className, AsmVisitorWrapper change) throws IOException {
        ZipEntry found = jar.getEntry(entry(className));
        if (found == null) {
            throw new IllegalStateException("the jar has no " + className);
        }
        byte[] original = bytes(jar, found);
        ClassFileLocator locator =
                new ClassFileLocator.Compound(ClassFileLocator.Simple.of(className, original), own());
        TypeDescription type = TypePool.Default.of(locator).describe(className).resolve();
        byte[] changed = new ByteBuddy()
                .with(TypeValidation.DISABLED)
                .redefine(type, locator)
                .visit(change)
                .make()
                .getBytes();
        if (changed.length == original.length) {
            throw new IllegalStateException("nothing is changed in " + className);
        }
        return changed;
    }

    /** Whatever the class refers to is on this class path, too. */
    private static ClassFileLocator own() {
        return ClassFileLocator.ForClassLoader.of(ChangedJar.class.getClassLoader());
    }
}
