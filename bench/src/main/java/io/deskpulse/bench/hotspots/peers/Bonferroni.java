package io.deskpulse.bench.hotspots.peers;

import io.deskpulse.bench.hotspots.looks.Crossings;
import io.deskpulse.bench.hotspots.looks.Looks;
import io.deskpulse.bench.hotspots.looks.WindowTails;

/** Windows tested at every complaint, the budget shared by the complaints of a day and the windows. */
record Bonferroni(double budget, WindowTails tails) implements Method {
    private static final double LOG_WINDOWS = Math.log(Looks.WINDOWS);

    @Override
    public void tick(Looks looks, Crossings crossings) {
        for (int i = 0; i < looks.size(); i++) {
            if (looks.hasBuyers(i) && tails.least(i) <= -looks.threshold(i, budget) - LOG_WINDOWS) {
                crossings.cross(looks.number(i), looks.hour());
            }
        }
    }
}
