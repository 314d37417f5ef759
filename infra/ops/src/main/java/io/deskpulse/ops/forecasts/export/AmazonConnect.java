package io.deskpulse.ops.forecasts.export;

import io.deskpulse.ops.forecasts.ForecastRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Amazon Connect, override of a forecast: CSV by queue, with times that carry their offset.
 *
 * <p>The names of the last two columns differ from template to template: they are those of the file that the console lets one download.
 */
public final class AmazonConnect {
    private static final int DECIMALS = 4;

    private AmazonConnect() {}

    /**
     * The file's text.
     *
     * @param queueIds of the queue, by channel; empty where none is given
     * @param columns names of the columns of contacts and of handle time
     */
    public static String of(List<ForecastRow> rows, Map<String, String> queueIds, List<String> columns) {
        String names = "QueueName,QueueId,ChannelType,TimeStamp," + String.join(",", columns);
        return rows.stream()
                .map(row -> String.join(
                        ",",
                        Numbers.cell(row.series().skill()),
                        Numbers.cell(queueIds.getOrDefault(row.series().channel(), "")),
                        row.series().channel().equals("CHAT") ? "CHAT" : "VOICE",
                        Numbers.time(row.start(), row.series().zone()),
                        Numbers.rounded(row.volume().planned(), DECIMALS),
                        Numbers.rounded(row.demand().handleSeconds(), 0)))
                .collect(Collectors.joining("\n", names + "\n", "\n"));
    }
}
