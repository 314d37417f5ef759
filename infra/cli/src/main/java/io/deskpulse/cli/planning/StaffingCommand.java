package io.deskpulse.cli.planning;

import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.forecasts.ShiftCalendar;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deskpulse staffing}. */
@Command(
        name = "staffing",
        mixinStandardHelpOptions = true,
        header = "Agents that each interval needs, as planners' systems read them, and what if.",
        description = {
            "",
            "Prints what the staffing job has stored: contacts expected, and agents for 3 of 4 such intervals. With a question of what "
                    + "if, agents are computed anew and nothing is written. As ics, the shifts that are planned.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:printed", "1:no such shop or forecast, or the server is not reached", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse staffing --shop s1 --channel CHAT --from 2026-11-10 --to 2026-11-12",
            "  deskpulse staffing --shop s1 --format calabrio --out forecast.csv",
            "  deskpulse staffing --shop s1 --service-level 0.9 --within 30 --shrinkage 0.12/0.06 --uplift 1.3",
            "  deskpulse staffing --shop s1 --format ics --out shifts.ics"
        })
public class StaffingCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Pull pull;

    @Override
    public final Integer call() {
        pull.run(spec, (planning, shop) -> {
            ClickHouseSql clickHouse = planning.clickHouse();
            return new ShiftCalendar(clickHouse, planning.zone(shop)).of(shop);
        });
        return 0;
    }
}
