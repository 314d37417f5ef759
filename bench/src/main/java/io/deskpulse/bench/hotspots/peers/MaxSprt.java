package io.deskpulse.bench.hotspots.peers;

import io.deskpulse.bench.hotspots.looks.Crossings;
import io.deskpulse.bench.hotspots.looks.Looks;

/** Maximised likelihood ratio of the windows, n ln(n/Λ) − (n − Λ), against our threshold. @see "Kulldorff et al. 2011" */
record MaxSprt(double budget) implements Method {
    @Override
    public void tick(Looks looks, Crossings crossings) {
        for (int i = 0; i < looks.size(); i++) {
            if (looks.hasBuyers(i) && most(looks, i) >= looks.threshold(i, budget)) {
                crossings.cross(looks.number(i), looks.hour());
            }
        }
    }

    private static double most(Looks looks, int i) {
        double most = 0;
        for (int window = 0; window < Looks.WINDOWS; window++) {
            double n = looks.count(i, window);
            double mean = Math.max(looks.expected(i, window), 1e-12);
            most = n > mean ? Math.max(most, n * Math.log(n / mean) - (n - mean)) : most;
        }
        return most;
    }
}
