package io.deskpulse.streaming.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** Lists codecs of states, those of older releases included; found by {@link ServiceLoader}. */
public interface StateCodecs {
    /** The codecs, each with an id that no other has. */
    List<Codec<?>> codecs();

    /** Ids by the class names under which releases wrote codecs into savepoints before there were ids. */
    Map<String, String> idsByReleasedClass();

    /**
     * The codec of an id.
     *
     * @throws IOException when none is listed: the state is of a newer release or of another job
     */
    static Codec<?> byId(String id, ClassLoader classLoader) throws IOException {
        TreeSet<String> known = new TreeSet<>();
        for (Codec<?> codec : all(classLoader)) {
            if (codec.id().equals(id)) {
                return codec;
            }
            known.add(codec.id());
        }
        throw new IOException("this release cannot read state of the form " + id + "; it knows " + known);
    }

    /**
     * The codec that a release called by its class name.
     *
     * @throws IOException when no release did
     */
    static Codec<?> byReleasedClass(String className, ClassLoader classLoader) throws IOException {
        for (StateCodecs codecs : ServiceLoader.load(StateCodecs.class, classLoader)) {
            String id = codecs.idsByReleasedClass().get(className);
            if (id != null) {
                return byId(id, classLoader);
            }
        }
        throw new IOException("no release wrote state by a codec of class " + className);
    }

    private static List<Codec<?>> all(ClassLoader classLoader) {
        List<Codec<?>> all = new ArrayList<>();
        ServiceLoader.load(StateCodecs.class, classLoader).forEach(codecs -> all.addAll(codecs.codecs()));
        return all;
    }
}
