package io.deskpulse.ops.migrations;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.cluster.ClusterForm;
import io.deskpulse.ops.cluster.OneServer;
import io.deskpulse.ops.cluster.Placement;
import io.deskpulse.ops.cluster.SchemaForm;
import io.deskpulse.ops.kept.KeptTables;
import io.deskpulse.ops.migrations.SchemaHistory.Kind;
import io.deskpulse.ops.migrations.SchemaHistory.State;
import io.deskpulse.ops.rules.RuleSeed;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings a ClickHouse database to the schema of this build: tables, then the views over them, then the rules that score.
 *
 * <p>A table file is remembered after its last statement, so an interruption repeats it: its statements may be repeated by
 * convention. Views are replaced one after the other, each by a single statement, so that whoever reads one finds the old or the
 * new. They are remembered at the end, so an interruption repeats them all. Of several that migrate at the same time one does, and
 * the others wait for it.
 */
public final class Migrator {
    private final ClickHouseAccess access;
    private final SchemaForm form;
    private final ClickHouseHttp clickHouse;
    private final SchemaHistory history;
    private final Schema schema;
    private final Progress progress;

    /**
     * A migrator to a schema of one's own.
     *
     * @param access a user that may create the database and everything in it
     */
    Migrator(ClickHouseAccess access, Schema schema, Progress progress) {
        this(access, new OneServer(), schema, progress);
    }

    /** The same in a form of one's own. */
    Migrator(ClickHouseAccess access, SchemaForm form, Schema schema, Progress progress) {
        this.access = access;
        this.form = form;
        this.clickHouse = new ClickHouseHttp(access, "default", form.settings());
        this.history = new SchemaHistory(clickHouse, form);
        this.schema = schema;
        this.progress = progress;
    }

    /** To the schema of this build. */
    public static Migrator bundled(ClickHouseAccess access, Progress progress) {
        return new Migrator(access, Schema.bundled(), progress);
    }

    /**
     * The same on a cluster.
     *
     * @param access of one of its servers, the same each time: only there does one migrator see another
     * @param cluster as the servers' configuration names it; may be {@code {cluster}}
     * @throws UserError when that is no name
     */
    public static Migrator bundledOnCluster(ClickHouseAccess access, String cluster, Progress progress) {
        Schema schema = Schema.bundled();
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        schema.views().forEach(view -> needs.put(view.name(), view.needs()));
        return new Migrator(
                access, new ClusterForm(cluster, new Placement(KeptTables.bundled(), needs)), schema, progress);
    }

    /** Names of the views of this build. */
    public static List<String> bundledViews() {
        return Schema.bundled().views().stream().map(View::name).toList();
    }

    /**
     * Applies what is missing.
     *
     * @return what was applied now; empty when the database was up to date
     * @throws UserError when the server is not reached, a statement fails, or the database does not fit, see {@link MigrationPlan#of}
     */
    public MigrationPlan migrate() {
        clickHouse.requireUp();
        State state = read();
        MigrationPlan plan = MigrationPlan.of(schema, state);
        if (plan.isEmpty() && state.complete()) {
            return plan;
        }
        try (MigrationLock alone = MigrationLock.take(access, progress)) {
            return migrateAlone();
        } catch (IOException e) {
            throw failed("Cannot keep others from migrating at the same time", e);
        }
    }

    private MigrationPlan migrateAlone() {
        State state = read();
        MigrationPlan plan = MigrationPlan.of(schema, state);
        if (!state.complete()) {
            attempt("Cannot prepare the database", history::create);
        }
        Set<String> leaving = new TreeSet<>(plan.leftViews());
        leaving.removeIf(name -> !state.hasView(name));
        for (Migration migration : plan.tables()) {
            drop(migration.createdTables(), leaving);
            apply(migration);
        }
        plan.views().forEach(this::apply);
        drop(Set.copyOf(leaving), leaving);
        remember(plan);
        apply(plan.rules());
        return plan;
    }

    private State read() {
        try {
            return history.read();
        } catch (IOException e) {
            throw failed("Cannot read the migration history", e);
        }
    }

    private void apply(Migration migration) {
        progress.step("Migrating: tables/" + migration.fileName());
        List<String> statements = migration.statements();
        for (int i = 0; i < statements.size(); i++) {
            String statement = statements.get(i);
            attempt(
                    "Statement " + (i + 1) + " of tables/" + migration.fileName() + " failed",
                    () -> clickHouse.query(form.table(statement)));
        }
        attempt(
                "What follows tables/" + migration.fileName() + " failed",
                () -> send(form.tablesDone(migration.tables())));
        attempt("Cannot remember tables/" + migration.fileName(), () -> history.remember(migration));
    }

    private void apply(View view) {
        progress.step("Migrating: views/" + view.fileName());
        attempt("views/" + view.fileName() + " failed", () -> send(form.view(view.name(), view.statement())));
    }

    /** Drops what is leaving, as far as it has one of the names: before a table takes it, else when no view reads it any more. */
    private void drop(Set<String> names, Set<String> leaving) {
        for (String name : names) {
            if (leaving.remove(name)) {
                progress.step("Migrating: view " + name + " is dropped");
                attempt("Cannot drop view " + name, () -> send(form.dropView(name)));
            }
        }
    }

    private void remember(MigrationPlan plan) {
        Map<String, String> checksums = new HashMap<>(schema.viewChecksums());
        checksums.keySet().retainAll(plan.views().stream().map(View::name).toList());
        plan.leftViews().forEach(name -> checksums.put(name, ""));
        if (!checksums.isEmpty()) {
            attempt("Cannot remember the views", () -> history.remember(Kind.VIEW, checksums));
        }
    }

    private void apply(List<RuleSeed> rules) {
        if (rules.isEmpty()) {
            return;
        }
        progress.step("Migrating: rules (" + rules.size() + ")");
        attempt("Cannot add the rules", () -> {
            clickHouse.query(RuleSeed.insertion(rules));
            history.remember(
                    Kind.RULE,
                    rules.stream().collect(Collectors.toMap(RuleSeed::name, rule -> Checksum.of(rule.text()))));
        });
    }

    private void send(List<String> statements) throws IOException {
        for (String statement : statements) {
            clickHouse.query(statement);
        }
    }

    private void attempt(String failure, Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw failed(failure, e);
        }
    }

    private UserError failed(String what, IOException e) {
        return new UserError(what + " (" + access + "): " + e.getMessage(), e);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
