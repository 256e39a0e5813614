package org.stayseal.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shape that {@code docs/architecture.md} draws, held over the compiled classes of all modules. */
class ArchitectureTest {
    private static final Map<Module, JavaClasses> CLASSES = new EnumMap<>(Module.class);
    private static final JavaClasses WRONG =
            new ClassFileImporter().importPackages("org.stayseal.spec.wrong", "org.stayseal.trust.authority.wrong");

    @BeforeAll
    static void readTheClasses() {
        for (Module module : Module.values()) {
            CLASSES.put(module, module.classes());
        }
    }

    @Test
    void the_specification_knows_no_network_no_file_no_picture_and_no_framework() {
        holds(Rules.theSpecificationKnowsNoOutside(), Module.SPEC);
    }

    @Test
    void a_specification_that_opens_a_file_is_caught() {
        assertThat(Rules.theSpecificationKnowsNoOutside().evaluate(WRONG).hasViolation())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void symbols_are_read_behind_one_seam_and_written_in_one_class_each(Module module) {
        holds(
                Rules.theSymbolLibraryIsUsedOnlyBy(
                        "Zxing(Finder|Lattice|Aztec|AztecSize|Correction)|QrCode|DataMatrix|Aztec"),
                module);
    }

    @Test
    void a_reader_beside_the_seam_is_caught() {
        ArchRule allowingNoReader = Rules.theSymbolLibraryIsUsedOnlyBy("QrCode|DataMatrix|Aztec");
        assertThat(allowingNoReader
                        .evaluate(CLASSES.getOrDefault(Module.BARCODE, WRONG))
                        .hasViolation())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void a_module_uses_only_what_is_below_it(Module module) {
        holds(Rules.usesOnlyWhatIsBelow(module), module);
    }

    @Test
    void an_arrow_that_points_up_is_caught() {
        assertThat(Rules.usesOnlyWhatIsBelow(Module.SPEC).evaluate(WRONG).hasViolation())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void a_module_keeps_to_its_own_packages(Module module) {
        assertThat(packagesOf(classes(module)))
                .allSatisfy(name -> assertThat(module.owns(name))
                        .as("%s belongs into %s", name, module.folder())
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource(
            value = Module.class,
            names = {"SPEC", "BARCODE", "READER", "AUTHORITY"})
    void time_is_handed_in(Module module) {
        holds(Rules.timeIsHandedIn(module), module);
    }

    @Test
    void a_specification_that_asks_the_machine_for_the_time_is_caught() {
        assertThat(Rules.timeIsHandedIn(Module.SPEC).evaluate(WRONG).hasViolation())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void randomness_is_never_predictable(Module module) {
        holds(Rules.noPredictableRandomness(), module);
    }

    @Test
    void predictable_randomness_is_caught() {
        assertThat(Rules.noPredictableRandomness().evaluate(WRONG).hasViolation())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void no_provider_of_cryptography_is_registered_for_the_whole_process(Module module) {
        holds(Rules.noProviderIsRegisteredGlobally(), module);
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void every_package_says_what_it_is_for_and_is_null_marked(Module module) {
        JavaClasses classes = classes(module);
        Set<String> described = classes.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(packagesOf(classes)).isSubsetOf(described);
    }

    @Test
    void what_one_module_uses_of_another_is_among_the_packages_that_the_architecture_page_offers() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Module module : Module.values()) {
            for (JavaClass type : CLASSES.get(module)) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .map(JavaClass::getBaseComponentType)
                        .map(JavaClass::getPackageName)
                        .filter(name -> isOfAnother(module, name))
                        .forEach(used::add);
            }
        }
        assertThat(OfferedPackages.read()).containsAll(used);
    }

    @Test
    void every_package_that_the_architecture_page_offers_exists() throws IOException {
        for (Module module : Module.values()) {
            Set<String> offered =
                    OfferedPackages.read().stream().filter(module::owns).collect(Collectors.toCollection(TreeSet::new));
            assertThat(packagesOf(CLASSES.get(module))).containsAll(offered);
        }
    }

    private static boolean isOfAnother(Module module, String packageName) {
        return Arrays.stream(Module.values()).anyMatch(other -> other != module && other.owns(packageName));
    }

    private static Set<String> packagesOf(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void holds(ArchRule rule, Module module) {
        rule.check(classes(module));
    }

    /** A module that has no classes yet is skipped in plain sight. */
    private static JavaClasses classes(Module module) {
        JavaClasses classes = CLASSES.get(module);
        assumeThat(classes).as("%s has no compiled classes", module.folder()).isNotEmpty();
        return classes;
    }
}
