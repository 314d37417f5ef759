package io.deskpulse.dashboards.lint;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.deskpulse.dashboards.Dashboard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Misspelt keys, wrong types and unknown choices, by Grafana's own types. */
final class GrafanaSchema {
    private static final Schema SCHEMA = read();

    private GrafanaSchema() {}

    static void check(Dashboard dashboard, Findings findings) {
        SCHEMA.validate(dashboard.json()).forEach(error -> findings.unless(false, "Grafana's schema: " + error));
    }

    private static Schema read() {
        try (InputStream file = GrafanaSchema.class.getResourceAsStream("/grafana/dashboard.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
