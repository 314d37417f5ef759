package io.deskpulse.local;

import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.shops.ShopStore;
import io.deskpulse.streaming.settings.JobSettings;
import io.deskpulse.streaming.settings.Settings;
import io.deskpulse.streaming.shops.ShopProfile;
import java.util.List;

/**
 * Tells a stack's ClickHouse what its jobs are told of shops, so that days and numbers are of one clock.
 *
 * <p>What else the server knows of shops stays. On a cluster {@code deskpulse shops apply} does it.
 */
final class ShopsOfJobs {
    private ShopsOfJobs() {}

    /** Tells what the settings of the jobs say; they must have been checked. */
    static void tell(Stack stack, Settings settings) {
        List<ShopProfile> told = JobSettings.shops(settings).told();
        if (!told.isEmpty()) {
            new ShopStore(new ClickHouseSql(stack.clickHouse().writer())).describe(told);
        }
    }
}
