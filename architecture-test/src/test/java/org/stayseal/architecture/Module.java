package org.stayseal.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A module of the house: its folder, the one package tree that is its own, and the modules that it may use. */
enum Module {
    SPEC("spec/core", "org.stayseal.spec", Set.of()),
    BARCODE("spec/barcode", "org.stayseal.barcode", Set.of(SPEC)),
    READER("trust-list/reader", "org.stayseal.trust.reader", Set.of(SPEC)),
    AUTHORITY("trust-list/authority", "org.stayseal.trust.authority", Set.of(SPEC, READER)),
    OPERATOR("trust-list/operator", "org.stayseal.operator", Set.of(SPEC, READER, AUTHORITY)),
    ISSUER("issuer", "org.stayseal.issuer", Set.of(SPEC, BARCODE, READER, AUTHORITY)),
    CLI("verifier-cli", "org.stayseal.cli", Set.of(SPEC, BARCODE, READER));

    private final String folder;
    private final String root;
    private final Set<Module> below;

    Module(String folder, String root, Set<Module> below) {
        this.folder = folder;
        this.root = root;
        this.below = below;
    }

    boolean mayUse(Module other) {
        return this == other || below.contains(other);
    }

    /** ArchUnit's pattern for all packages of this module. */
    String packages() {
        return root + "..";
    }

    boolean owns(String packageName) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    String folder() {
        return folder;
    }

    /** Its compiled classes without its tests; none while the module is still empty. */
    JavaClasses classes() {
        return new ClassFileImporter().importPaths(repository().resolve(folder).resolve("target/classes"));
    }

    /** The repository's root: the nearest folder upwards that holds the launcher. */
    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("stayseal"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not inside the repository");
            }
        }
        return folder;
    }
}
