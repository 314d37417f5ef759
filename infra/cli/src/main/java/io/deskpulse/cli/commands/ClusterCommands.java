package io.deskpulse.cli.commands;

import io.deskpulse.cli.CommandProvider;
import io.deskpulse.cli.articles.ArticlesCommand;
import io.deskpulse.cli.deadletters.DeadLettersCommand;
import io.deskpulse.cli.defects.DefectsCommand;
import io.deskpulse.cli.digest.DigestCommand;
import io.deskpulse.cli.forecast.ForecastCommand;
import io.deskpulse.cli.hotspots.HotspotsCommand;
import io.deskpulse.cli.imports.ImportCommand;
import io.deskpulse.cli.imports.IngestCommand;
import io.deskpulse.cli.kafka.SendCommand;
import io.deskpulse.cli.kafka.TopicsCommand;
import io.deskpulse.cli.kept.BackupCommand;
import io.deskpulse.cli.kept.ForgetCommand;
import io.deskpulse.cli.kept.RestoreCommand;
import io.deskpulse.cli.kept.RetentionCommand;
import io.deskpulse.cli.planning.StaffingCommand;
import io.deskpulse.cli.readers.ReadersCommand;
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
                ImportCommand.class,
                IngestCommand.class,
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
                StaffingCommand.class,
                DayEndCommand.class,
                ShopsCommand.class,
                HotspotsCommand.class,
                DefectsCommand.class,
                DigestCommand.class,
                ReasonsCommand.class,
                ArticlesCommand.class,
                ReadersCommand.class,
                RetentionCommand.class,
                ForgetCommand.class,
                BackupCommand.class,
                RestoreCommand.class,
                SettingsCommand.class);
    }
}
