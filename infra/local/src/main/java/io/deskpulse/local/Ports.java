package io.deskpulse.local;

/**
 * Where the stack listens on loopback; 0 = any free port.
 *
 * @param kafka the broker
 * @param clickHouseHttp ClickHouse's HTTP and JDBC port
 * @param clickHouseTcp ClickHouse's native port
 * @param flink Flink's web page and REST
 */
public record Ports(int kafka, int clickHouseHttp, int clickHouseTcp, int flink) {
    /** Free ports everywhere. */
    public static final Ports FREE = new Ports(0, 0, 0, 0);
}
