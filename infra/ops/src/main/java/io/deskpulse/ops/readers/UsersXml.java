package io.deskpulse.ops.readers;

import io.deskpulse.ops.readers.ShopReader.Quota;
import java.util.List;

/** Readers as a file of ClickHouse's {@code users.d}, which a server reads again when it changes. */
public final class UsersXml {
    private final ReaderRights rights;
    private final StringBuilder text = new StringBuilder();

    private UsersXml(ReaderRights rights) {
        this.rights = rights;
    }

    /** The whole file. */
    public static String of(List<ShopReader> readers, ReaderRights rights) {
        UsersXml xml = new UsersXml(rights);
        xml.line(
                "<!-- Who reads the rows of which shops? Written by deskpulse readers write; changes here are lost. -->");
        xml.line("<clickhouse>");
        xml.profile();
        xml.line("    <users>");
        readers.forEach(xml::user);
        xml.line("    </users>");
        xml.line("    <quotas>");
        readers.forEach(xml::quota);
        xml.line("    </quotas>");
        xml.line("</clickhouse>");
        return xml.text.toString();
    }

    private void profile() {
        line("    <profiles>");
        line("        <" + ReaderRights.PROFILE + ">");
        line("            <readonly>2</readonly>");
        line(
                "            <do_not_merge_across_partitions_select_final>1</do_not_merge_across_partitions_select_final>");
        line("            <distributed_product_mode>global</distributed_product_mode>");
        line("            <optimize_skip_unused_shards>1</optimize_skip_unused_shards>");
        line("            <query_plan_optimize_lazy_materialization>0</query_plan_optimize_lazy_materialization>");
        line("            <max_execution_time>" + ReaderRights.MAX_EXECUTION_SECONDS + "</max_execution_time>");
        line("            <max_memory_usage>" + ReaderRights.MAX_MEMORY_BYTES + "</max_memory_usage>");
        line("            <constraints>");
        line("                <readonly><const/></readonly>");
        line("                <max_execution_time><min>1</min><max>" + ReaderRights.MOST_EXECUTION_SECONDS
                + "</max></max_execution_time>");
        line("                <max_memory_usage><min>1</min><max>" + ReaderRights.MAX_MEMORY_BYTES
                + "</max></max_memory_usage>");
        line("            </constraints>");
        line("        </" + ReaderRights.PROFILE + ">");
        line("    </profiles>");
    }

    private void user(ShopReader reader) {
        line("        <" + reader.name() + ">");
        line("            <password_sha256_hex>" + reader.passwordSha256() + "</password_sha256_hex>");
        line("            <networks>");
        (reader.networks().isEmpty() ? List.of("::/0") : reader.networks())
                .forEach(network -> line("                <ip>" + network + "</ip>"));
        line("            </networks>");
        line("            <profile>" + ReaderRights.PROFILE + "</profile>");
        line("            <quota>" + reader.name() + "</quota>");
        line("            <grants>");
        for (String database : ReaderRights.DATABASES) {
            rights.names()
                    .forEach(name ->
                            line("                <query>GRANT SELECT ON " + database + "." + name + "</query>"));
        }
        line("            </grants>");
        line("            <databases>");
        for (String database : ReaderRights.DATABASES) {
            line("                <" + database + ">");
            rights.filters(reader)
                    .forEach((table, filter) -> line("                    <" + table + "><filter>" + escaped(filter)
                            + "</filter></" + table + ">"));
            line("                </" + database + ">");
        }
        line("            </databases>");
        line("        </" + reader.name() + ">");
    }

    private void quota(ShopReader reader) {
        Quota quota = reader.quota();
        line("        <" + reader.name() + ">");
        line("            <interval>");
        line("                <duration>" + quota.seconds() + "</duration>");
        line("                <queries>" + quota.queries() + "</queries>");
        line("                <read_rows>" + quota.readRows() + "</read_rows>");
        line("                <execution_time>" + quota.executionSeconds() + "</execution_time>");
        line("            </interval>");
        line("        </" + reader.name() + ">");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
