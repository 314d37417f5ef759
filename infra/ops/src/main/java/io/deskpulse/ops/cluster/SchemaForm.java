package io.deskpulse.ops.cluster;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a schema is applied, and what its statements are there. Every list is in the order in which it is sent, to one server. */
public interface SchemaForm {
    /**
     * Whether a database is of this form.
     *
     * @param engine of the database {@code deskpulse} at the server; empty when it is not there
     * @throws io.deskpulse.ops.UserError when it is of another, saying what to do
     */
    void require(String engine);

    /** Settings of each statement. */
    Map<String, String> settings();

    /** A query of one column, {@code there}: 1 when {@link #databases} would do nothing. */
    String databasesThere();

    /** What makes the databases that are not there. */
    List<String> databases();

    /** A statement of a table file. */
    String table(String statement);

    /** What follows the last statement of a table file that names these tables. */
    List<String> tablesDone(Set<String> tables);

    /**
     * A view.
     *
     * @param statement {@code CREATE OR REPLACE VIEW deskpulse.name … COMMENT '…'}
     */
    List<String> view(String name, String statement);

    /** What drops a view. */
    List<String> dropView(String name);
}
