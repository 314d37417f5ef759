package io.deskpulse.dashboards;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The dashboards that come with the product, in one language, from the class path. */
public final class Dashboards {
    /** Uids in the order in which a reader should meet them. */
    public static final List<String> UIDS = List.of(
            "overview",
            "wall",
            "response",
            "agents",
            "coaching",
            "reasons",
            "resolution",
            "conversion",
            "orders-in-trouble",
            "hotspots",
            "staffing",
            "defects",
            "day-end",
            "case",
            "pipeline");

    private final List<Dashboard> dashboards;

    private Dashboards(List<Dashboard> dashboards) {
        this.dashboards = dashboards;
    }

    /** Reads the set of a language. */
    public static Dashboards bundled(Language language) {
        ObjectMapper mapper = new ObjectMapper();
        List<Dashboard> dashboards = new ArrayList<>();
        for (String uid : UIDS) {
            try (InputStream file = open(language, uid)) {
                dashboards.add(Dashboard.of(mapper.readTree(file)));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read dashboard " + uid, e);
            }
        }
        return new Dashboards(List.copyOf(dashboards));
    }

    /** The file of a dashboard as Grafana loads it. */
    static InputStream open(Language language, String uid) {
        String name = "/dashboards/" + language.folder() + "/" + uid + ".json";
        return Objects.requireNonNull(Dashboards.class.getResourceAsStream(name), name);
    }

    /** All of them, in the order of {@link #UIDS}. */
    public List<Dashboard> list() {
        return dashboards;
    }

    /**
     * The dashboard with that uid.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Dashboard find(String uid) {
        return dashboards.stream()
                .filter(dashboard -> dashboard.uid().equals(uid))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no dashboard " + uid));
    }
}
