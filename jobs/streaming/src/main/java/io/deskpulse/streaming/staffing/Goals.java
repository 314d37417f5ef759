package io.deskpulse.streaming.staffing;

import io.deskpulse.metrics.planning.Goal;
import io.deskpulse.metrics.queueing.ServiceLevel;
import io.deskpulse.metrics.staffing.Requirement;
import io.deskpulse.metrics.staffing.Shrinkage;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be reached by whom. A key names a shop and channel ({@code s1/CHAT}), a shop, a channel, or all ({@code *}); the first that is there holds.
 *
 * @param targets share of contacts, 0 to 1, and the longest wait that is good, seconds, by key
 * @param occupancies largest share of agents' time at work, by key
 * @param shrinkages planned and unplanned share, by key, instead of the measured ones
 * @param patiences mean patience, seconds, by key, instead of the measured one
 * @param teams most agents at work at a time, by key
 * @param mostChats chats that an agent may have at a time
 */
record Goals(
        Map<String, double[]> targets,
        Map<String, double[]> occupancies,
        Map<String, double[]> shrinkages,
        Map<String, double[]> patiences,
        Map<String, double[]> teams,
        int mostChats)
        implements Serializable {
    /** The key of all shops and channels. */
    static final String ALL = "*";

    private static final String CHAT = "CHAT";
    private static final double[] CALLS = {0.8, 20};
    private static final double[] CHATS = {0.8, 60};
    private static final double[] OCCUPANCY = {0.85};
    private static final double CALL_SECONDS = 240;
    private static final double CHAT_SECONDS = 480;

    /** Copies the maps, into ones that travel. */
    Goals {
        targets = new TreeMap<>(targets);
        occupancies = new TreeMap<>(occupancies);
        shrinkages = new TreeMap<>(shrinkages);
        patiences = new TreeMap<>(patiences);
        teams = new TreeMap<>(teams);
    }

    /** The goal of a shop's channel. */
    Goal of(String shop, String channel) {
        boolean chat = channel.equals(CHAT);
        double[] target = value(targets, shop, channel, chat ? CHATS : CALLS);
        double[] shrinkage = value(shrinkages, shop, channel, null);
        return new Goal(
                new Requirement(
                        ServiceLevel.DEFAULT, target[0], target[1], value(occupancies, shop, channel, OCCUPANCY)[0]),
                value(patiences, shop, channel, new double[] {Double.NaN})[0],
                shrinkage == null ? null : new Shrinkage(shrinkage[0], shrinkage[1]),
                chat ? mostChats : 1,
                (int) value(teams, shop, channel, new double[] {Goal.ANY})[0],
                chat ? CHAT_SECONDS : CALL_SECONDS);
    }

    private static double[] value(Map<String, double[]> values, String shop, String channel, double[] otherwise) {
        for (String key : new String[] {shop + "/" + channel, shop, channel, ALL}) {
            if (values.containsKey(key)) {
                return values.get(key);
            }
        }
        return otherwise;
    }
}
