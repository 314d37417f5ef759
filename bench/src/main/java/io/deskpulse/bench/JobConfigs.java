package io.deskpulse.bench;

import io.deskpulse.streaming.config.Settings;
import io.deskpulse.streaming.conversion.ConversionConfig;
import io.deskpulse.streaming.resolution.ResolutionConfig;
import io.deskpulse.streaming.responsetime.ResponseTimeConfig;

/** Settings of all jobs, from the same arguments. */
record JobConfigs(ResponseTimeConfig responseTime, ResolutionConfig resolution, ConversionConfig conversion) {

    static JobConfigs read(Settings settings) {
        JobConfigs configs = new JobConfigs(
                ResponseTimeConfig.read(settings), ResolutionConfig.read(settings), ConversionConfig.read(settings));
        settings.check();
        return configs;
    }
}
