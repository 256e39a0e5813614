package org.stayseal.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;

/** The rules themselves, apart from the classes they are put to, so that they can also be put to wrong ones. */
final class Rules {
    private Rules() {}

    /** A verdict is made from data handed in; what fetches, opens, draws or serves lives in the modules above. */
    static ArchRule theSpecificationKnowsNoOutside() {
        return noClasses()
                .that()
                .resideInAPackage(Module.SPEC.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "java.nio.file..",
                        "java.awt..",
                        "java.sql..",
                        "javax.imageio..",
                        "javax.net..",
                        "javax.sql..",
                        "org.springframework..",
                        "com.google.zxing..",
                        "org.apache.pdfbox..",
                        "picocli..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.io\\.(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(URL|URLConnection|HttpURLConnection|Socket|ServerSocket|InetAddress)");
    }

    /**
     * The library that reads and writes symbols stands behind few classes, so that it can be exchanged: reading behind {@code SymbolFinder}, writing in one class for each symbology.
     *
     * @param classes the names of those in {@code org.stayseal.barcode} that may use it, as a regular expression
     */
    static ArchRule theSymbolLibraryIsUsedOnlyBy(String classes) {
        return noClasses()
                .that()
                .haveNameNotMatching("org\\.stayseal\\.barcode\\.(" + classes + ")(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.zxing..");
    }

    /** Time is a {@link Clock} handed in, read once per operation. */
    static ArchRule timeIsHandedIn(Module module) {
        return noClasses()
                .that()
                .resideInAPackage(module.packages())
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.util.Date.class);
    }

    /** Arrows point down only. */
    static ArchRule usesOnlyWhatIsBelow(Module module) {
        String[] others = Arrays.stream(Module.values())
                .filter(other -> !module.mayUse(other))
                .map(Module::packages)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(module.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    /** Randomness that protects something is never the predictable kind; only the drawn faces of samples are the same each time. */
    static ArchRule noPredictableRandomness() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.stayseal.barcode.sample..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|concurrent\\.ThreadLocalRandom|SplittableRandom)")
                .orShould()
                .callMethod(Math.class, "random");
    }

    /** One provider instance for the process, named where it is used: a provider registered globally changes others' crypto. */
    static ArchRule noProviderIsRegisteredGlobally() {
        return noClasses()
                .should()
                .callMethod(java.security.Security.class, "addProvider", java.security.Provider.class)
                .orShould()
                .callMethod(java.security.Security.class, "insertProviderAt", java.security.Provider.class, int.class);
    }
}
