package io.deskpulse.cli.commands;

import io.deskpulse.cli.CommandProvider;
import io.deskpulse.cli.deadletters.DeadLettersCommand;
import io.deskpulse.cli.forecast.ForecastCommand;
import io.deskpulse.cli.hotspots.HotspotsCommand;
import io.deskpulse.cli.kafka.SendCommand;
import io.deskpulse.cli.kafka.TopicsCommand;
import io.deskpulse.cli.reasons.ReasonsCommand;
import java.util.List;

/** The commands that work with a cluster of one's own. */
public final class ClusterCommands implements CommandProvider {
    @Override
    public int position() {
        return 3;
    }

    @Override
    public List<Class<?>> commands() {
        return List.of(
                SendCommand.class,
                PreviewCommand.class,
                DashboardsCommand.class,
                TopicsCommand.class,
                MigrateCommand.class,
                JobCommand.class,
                WatchCommand.class,
                DeadLettersCommand.class,
                RulesCommand.class,
                ScoreCommand.class,
                ForecastCommand.class,
                DayEndCommand.class,
                ShopsCommand.class,
                HotspotsCommand.class,
                ReasonsCommand.class,
                SettingsCommand.class);
    }
}
