package io.deskpulse.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The main sources of the modules that the root pom names. */
final class Sources {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");

    private Sources() {}

    /** How many files of classes each package has, in all modules together. */
    static Map<String, Long> classesByPackage() throws IOException {
        Map<String, Long> classes = new TreeMap<>();
        Matcher module = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")));
        while (module.find()) {
            Path sources = ROOT.resolve(module.group(1)).resolve("src/main/java");
            if (Files.isDirectory(sources)) {
                count(sources, classes);
            }
        }
        return classes;
    }

    private static void count(Path sources, Map<String, Long> classes) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
                    .forEach(name -> classes.merge(name, 1L, Long::sum));
        }
    }
}
