package io.deskpulse.metrics.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskpulse.metrics.queueing.ChatTeam;
import io.deskpulse.metrics.queueing.ErlangA;
import io.deskpulse.metrics.queueing.ErlangB;
import io.deskpulse.metrics.queueing.ErlangC;
import io.deskpulse.metrics.queueing.GainCurve;
import io.deskpulse.metrics.queueing.OfferedLoad;
import io.deskpulse.metrics.queueing.ServiceLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published and 40-digit values of the queueing formulas, one a row of a file that is not part of the repository. */
class ErlangVectorsTest {
    private static final String FOLDER = "DESKPULSE_SHARED_DATA";
    private static final Path FILE = sharedData().resolve("erlang").resolve("erlang_vectors.csv");
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private static Path sharedData() {
        String folder = System.getenv(FOLDER);
        return Path.of(folder == null ? "shared-data" : folder);
    }

    @Test
    void theFileIsWholeWhereItIsThere() throws IOException {
        assumeTrue(
                System.getenv(FOLDER) != null || Files.isRegularFile(FILE),
                () -> FILE + " is absent; set " + FOLDER + " to where erlang/ lies");

        assertThat(rows()).hasSize(277);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("rows")
    void reproducesARow(Map<String, String> row) {
        double expected = Double.parseDouble(row.get("expected"));
        double tolerance = Double.parseDouble(row.get("tol"));

        assertThat(computed(new Row(row))).as("%s", row).isCloseTo(expected, within(tolerance));
    }

    private static double computed(Row row) {
        return switch (row.text("model")) {
            case "ErlangB.blocking" -> ErlangB.blocking(row.number("intensity"), row.agents());
            case "ErlangB.required" -> ErlangB.required(row.number("intensity"), row.number("target_block"));
            case "ErlangC.metrics" -> erlangC(row);
            case "ErlangC.required" -> agents(row, row.requirement().erlangC(row.rate(), row.number("aht_s")));
            case "ErlangA.metrics" -> erlangA(row);
            case "ErlangA.required" ->
                agents(row, row.requirement().erlangA(row.rate(), row.number("aht_s"), row.number("patience_s")));
            case "Chat.metrics" -> chat(row);
            case "Chat.required" -> agents(row, row.requirement().chat(row.rate(), row.curve()));
            case "MOL.offered_load" -> load(row);
            case "MOL.sinusoid" -> sinusoid(row);
            default -> throw new IllegalStateException(row.text("model"));
        };
    }

    private static double erlangC(Row row) {
        ErlangC team = new ErlangC(row.rate(), row.number("aht_s"), row.agents());
        return switch (row.text("output")) {
            case "p_wait" -> team.waitProbability();
            case "service_level" -> team.serviceLevel(ServiceLevel.DEFAULT, row.number("awt_s"));
            case "asa_s" -> team.meanWaitSeconds();
            case "occupancy" -> team.occupancy();
            case "traffic_intensity" -> team.load();
            default -> throw new IllegalStateException(row.text("output"));
        };
    }

    private static double erlangA(Row row) {
        ErlangA team = new ErlangA(row.rate(), row.number("aht_s"), row.number("patience_s"), row.agents());
        return switch (row.text("output")) {
            case "p_wait" -> team.waitProbability();
            case "p_abandon" -> team.abandonProbability();
            case "mean_wait_s" -> team.meanWaitSeconds();
            case "occupancy" -> team.occupancy();
            case "sl_served_of_offered" -> team.serviceLevel(ServiceLevel.SERVED_OF_OFFERED, row.number("awt_s"));
            case "sl_excl_short_aban" ->
                team.serviceLevel(ServiceLevel.SERVED_OF_OFFERED_WITHOUT_SHORT_ABANDONED, row.number("awt_s"));
            default -> throw new IllegalStateException(row.text("output"));
        };
    }

    private static double chat(Row row) {
        double patience = row.has("patience_s") ? row.number("patience_s") : Double.POSITIVE_INFINITY;
        ChatTeam team = new ChatTeam(row.rate(), row.curve(), patience, row.agents());
        return switch (row.text("output")) {
            case "p_wait" -> team.waitProbability();
            case "p_abandon" -> team.abandonProbability();
            case "service_level" -> team.serviceLevel(ServiceLevel.DEFAULT, row.number("awt_s"));
            case "asa_s" -> team.meanWaitSeconds();
            case "slot_occupancy" -> team.occupancy();
            case "mean_chats_per_busy_agent" -> team.chatsPerBusyAgent();
            default -> throw new IllegalStateException(row.text("output"));
        };
    }

    private static double load(Row row) {
        Matcher note = Pattern.compile("calls per interval ([\\d.;]+); interval index (\\d+)")
                .matcher(row.text("note"));
        assertThat(note.find()).isTrue();
        double[] calls = Arrays.stream(note.group(1).split(";"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        OfferedLoad load = OfferedLoad.over(calls, row.number("interval_s"), row.number("aht_s"), 0)[
                Integer.parseInt(note.group(2))];
        return switch (row.text("output")) {
            case "psa_load" -> load.pointwise();
            case "mean_offered_load" -> load.mean();
            case "end_offered_load" -> load.end();
            default -> throw new IllegalStateException(row.text("output"));
        };
    }

    private static double sinusoid(Row row) {
        Matcher note = Pattern.compile("L=([\\d.]+) b=([\\d.]+) period=([\\d.]+)h aht=([\\d.]+)h t=([\\d.]+)h")
                .matcher(row.text("note"));
        assertThat(note.find()).isTrue();
        double[] of = new double[6];
        for (int i = 1; i < of.length; i++) {
            of[i] = Double.parseDouble(note.group(i));
        }
        return OfferedLoad.sinusoid(of[1], of[2], of[3], of[4], of[5]);
    }

    private static double agents(Row row, int agents) {
        double away = row.has("shrinkage") ? row.number("shrinkage") : 0;
        return row.text("output").equals("gross_agents") ? new Shrinkage(away, 0).wholeGross(agents) : agents;
    }

    private record Row(Map<String, String> cells) {
        String text(String column) {
            return cells.get(column);
        }

        boolean has(String column) {
            return !cells.get(column).isEmpty();
        }

        double number(String column) {
            return Double.parseDouble(cells.get(column));
        }

        double rate() {
            return number("calls") / number("interval_s");
        }

        int agents() {
            return (int) number("agents");
        }

        GainCurve curve() {
            return new GainCurve(
                    Arrays.stream(text("aht_s").split(";")).map(Double::valueOf).toList());
        }

        Requirement requirement() {
            double most = has("max_occ") ? number("max_occ") : 1;
            return new Requirement(ServiceLevel.DEFAULT, number("target_sl"), number("awt_s"), most);
        }
    }

    private static List<Map<String, String>> rows() throws IOException {
        if (!Files.isRegularFile(FILE)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(FILE);
        String[] names = lines.get(0).split(",");
        return lines.stream().skip(1).map(line -> cells(names, line)).toList();
    }

    private static Map<String, String> cells(String[] names, String line) {
        String[] cells = COMMA.split(line, -1);
        return Stream.iterate(0, i -> i + 1)
                .limit(names.length)
                .collect(Collectors.toMap(i -> names[i], i -> cells[i].replaceAll("^\"|\"$", "")));
    }
}
