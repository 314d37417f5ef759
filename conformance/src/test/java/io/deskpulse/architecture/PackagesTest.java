package io.deskpulse.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How the packages of all modules hang together. */
class PackagesTest {
    private static final int MOST_CLASSES = 12;

    /** Packages that hold more classes than others may, each with the reason. */
    private static final Map<String, String> LARGE = Map.of(
            "io.deskpulse.metrics.conversion",
                    "one derivation of a buyer, its parts and their forms known to nobody else",
            "io.deskpulse.metrics.resolution",
                    "one derivation of a ticket, its parts and their forms known to nobody else",
            "io.deskpulse.metrics.responsetime",
                    "one derivation of a conversation, its parts and their forms known to nobody else",
            "io.deskpulse.streaming.events",
                    "one reader of bytes and the reading of each stream, its layout known to nobody else",
            "io.deskpulse.streaming.timeline", "one operator and its parts, known to nobody else");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.deskpulse");

    @Test
    void noPackageNeedsOneThatNeedsIt() {
        slices().matching("io.deskpulse.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void noPackageHoldsMoreClassesThanOneCanKeepInMindUnlessThereIsAReason() throws IOException {
        Map<String, Long> large = new TreeMap<>(Sources.classesByPackage());
        large.values().removeIf(classes -> classes <= MOST_CLASSES);

        assertThat(large.keySet()).isEqualTo(LARGE.keySet());
    }

    @Test
    void allModulesAreLookedAt() throws IOException {
        Set<String> seen = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(seen).containsAll(Sources.classesByPackage().keySet());
    }
}
