package io.deskpulse.local.cluster;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The class path of Flink's own processes: what its distribution brings, nothing of a job's jar. */
final class FlinkClassPath {
    private static final Pattern OF_FLINK = Pattern.compile(
            "(flink-(?!connector-(base|kafka)).*|frocksdbjni"
                    + "|log4j-(api|core|slf4j-impl)|slf4j-api|commons-(cli|collections|compress|io|lang3|math3|text)"
                    + "|kryo|minlog|objenesis|reflectasm|asm|snappy-java|lz4-java|async-profiler|jsr305|javassist|snakeyaml-engine)-[0-9].*[.]jar");

    private FlinkClassPath() {}

    /** Those of the jars on this process's class path. */
    static String ofThisProcess() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> OF_FLINK.matcher(Path.of(entry).getFileName().toString())
                        .matches())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
