package io.deskpulse.bench.forecast.shops;

/**
 * The numbers of one shop of a made world: the same for the same seed on every machine, each addressed by stream and index.
 *
 * <p>r = mix(mix(mix(mix(seed) + shop) + stream) + k), mix = SplitMix64's step.
 *
 * @see "Steele, Lea and Flood 2014"
 */
record EcNumbers(long shopKey) {
    static EcNumbers of(long seed, int shop) {
        return new EcNumbers(mix(mix(seed) + shop));
    }

    /** Uniform in (0, 1). */
    double uniform(int stream, long k) {
        long bits = mix(mix(shopKey + stream) + k);
        return ((bits >>> 11) + 0.5) * 0x1.0p-53;
    }

    /** Standard normal, by Box and Muller. */
    double normal(int stream, long k) {
        double radius = Math.sqrt(-2 * Math.log(uniform(stream, 2 * k)));
        return radius * Math.cos(2 * Math.PI * uniform(stream, 2 * k + 1));
    }

    private static long mix(long seed) {
        long x = seed + 0x9E3779B97F4A7C15L;
        x = (x ^ x >>> 30) * 0xBF58476D1CE4E5B9L;
        x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
        return x ^ x >>> 31;
    }
}
