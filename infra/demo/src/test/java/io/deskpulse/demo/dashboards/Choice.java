package io.deskpulse.demo.dashboards;

import io.deskpulse.dashboards.Variable;
import io.deskpulse.dashboards.VariableValues;
import java.util.List;

/** What a reader of a dashboard can do to its variables: each is a different text of every query. */
enum Choice {
    ALL,
    ONE,
    MANY,
    QUOTED,
    NONE;

    private static final String WITH_QUOTES = "it's \"one\"";

    /** The values of a variable, of those that it offers; what it always offers can be chosen, but not typed. */
    List<String> of(List<String> offered, Variable variable) {
        return switch (this) {
            case ALL -> variable.includeAll() ? List.of(VariableValues.ALL) : first(offered);
            case ONE -> first(offered);
            case MANY -> variable.multi() ? offered.subList(0, Math.min(2, offered.size())) : first(offered);
            case QUOTED -> variable.query().isPresent() ? List.of(WITH_QUOTES) : first(offered);
            case NONE -> variable.multi() ? List.of() : variable.query().isPresent() ? List.of("") : first(offered);
        };
    }

    private static List<String> first(List<String> offered) {
        return offered.isEmpty() ? List.of("nobody") : offered.subList(0, 1);
    }
}
