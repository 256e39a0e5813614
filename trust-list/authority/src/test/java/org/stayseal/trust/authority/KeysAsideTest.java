package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TRUST-265: what lies in the folder of keys and is none stops nothing that does not need it. */
class KeysAsideTest {

    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();

    private AuthorityHome home() {
        return AuthorityHome.openOrCreateDemo(directory, Utopia.PROFILE, clock);
    }

    @Test
    void strayAndHalfCopiedFilesAreNamedAndLeftAside() throws Exception {
        Path keys = directory.resolve("keys");
        try (AuthorityHome home = home()) {
            home.publish(Utopia.input());
            byte[] whole = Files.readAllBytes(keys.resolve("seal-signer.p12"));
            Files.write(keys.resolve("seal-2.p12"), Arrays.copyOf(whole, whole.length / 2));
            Files.writeString(keys.resolve("notes.pem"), "the PIN is on the wall\n");
            Files.createDirectory(keys.resolve("old.p12"));
            Files.writeString(keys.resolve("tokens"), "pkcs11:token=none;object=none?module-path=/nowhere.so\n");
            assertThat(home.sealSigner().certificate().getEncoded()).isNotEmpty();
            home.publish(Utopia.input());
            assertThat(home.shortcomings())
                    .hasSize(4)
                    .allMatch(line -> line.startsWith("left aside in the folder keys: "))
                    .anyMatch(line -> line.contains("seal-2.p12"))
                    .anyMatch(line -> line.contains("notes.pem"))
                    .anyMatch(line -> line.contains("old.p12"))
                    .anyMatch(line -> line.contains("tokens, line 1"))
                    .noneMatch(line -> line.contains("wall"));
            Files.write(keys.resolve("tokens"), new byte[] {'p', (byte) 0xFF, '\n'});
            home.publish(Utopia.input());
            assertThat(home.shortcomings()).hasSize(4).anyMatch(line -> line.contains("tokens: not UTF-8"));
        }
        try (AuthorityHome again = home()) {
            for (String stray : new String[] {"seal-2.p12", "notes.pem", "old.p12", "tokens"}) {
                Files.delete(keys.resolve(stray));
            }
            again.publish(Utopia.input());
            assertThat(again.shortcomings()).isEmpty();
        }
    }

    @Test
    void aHalfCopiedKeyThatIsNeededIsNamedAndTakenWhenItIsWhole() throws Exception {
        Path snapshot = directory.resolve("keys/snapshot.p12");
        Path seal = directory.resolve("keys/seal-signer.p12");
        try (AuthorityHome home = home()) {
            home.publish(Utopia.input());
            byte[] whole = Files.readAllBytes(snapshot);
            Files.write(snapshot, Arrays.copyOf(whole, 300));
            assertThatThrownBy(() -> home.publish(Utopia.input()))
                    .isInstanceOf(PublicationRefusedException.class)
                    .hasMessageContaining("the role snapshot of root needs 1")
                    .hasMessageContaining("Left aside: ")
                    .hasMessageContaining("snapshot.p12");
            assertThat(home.sealSigner().certificate().getEncoded()).isNotEmpty();
            Files.write(snapshot, whole);
            assertThat(home.publish(Utopia.input()).sequence()).isEqualTo(3);
            Files.write(seal, new byte[0]);
            assertThatThrownBy(home::sealSigner).hasMessageContaining("seal-signer.p12");
        }
    }
}
