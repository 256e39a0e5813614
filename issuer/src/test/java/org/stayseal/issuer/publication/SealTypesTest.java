package org.stayseal.issuer.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.vds.Profiles;
import tools.jackson.databind.json.JsonMapper;

class SealTypesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OWN = """
            { "version": 1, "country": "FRA", "profiles": [
              { "id": "fra-residence-permit", "country": "FRA", "reference": "FB", "category": "06", "name": "Residence permit",
                "source": "its own", "versions": [4], "closed": true, "grants": "residence", "expiry": "mrz", "features": [
                { "tag": "02", "name": "mrz", "coding": "mrz", "mrz": "TD2", "bytes": [48, 48], "mandatory": true },
                { "tag": "03", "name": "passportNumber", "coding": "c40", "characters": [1, 9], "pad": 9, "bytes": [6, 6], "mandatory": true } ] } ] }
            """;

    @TempDir
    private Path folder;

    @Test
    void withoutFilesTheStandardTypesAreKnown() {
        SealTypes types = SealTypes.of(List.of(), JSON);
        assertThat(types.profiles().all()).isEqualTo(Profiles.standard().all());
        assertThat(types.files()).isEmpty();
    }

    @Test
    void anAuthoritysOwnTypesAreKnownAndPassedOnAsTheyAre() throws Exception {
        Path file = Files.writeString(folder.resolve("own.json"), OWN);
        SealTypes types = SealTypes.of(List.of(file), JSON);
        assertThat(types.profiles().byId("fra-residence-permit")).isPresent();
        assertThat(types.files()).containsExactly(JSON.readTree(OWN));
    }

    @Test
    void aFileThatCannotBeUsedStopsTheStartAndSaysWhere() throws Exception {
        Path wrong = Files.writeString(folder.resolve("own.json"), OWN.replace("\"FRA\"", "\"UTO\""));
        assertThatIllegalStateException()
                .isThrownBy(() -> SealTypes.of(List.of(wrong), JSON))
                .withMessageContaining("stayseal.profiles")
                .withMessageContaining("own.json, line 2")
                .withMessageContaining("uto-residence-permit");
        assertThatIllegalStateException()
                .isThrownBy(() -> SealTypes.of(List.of(folder.resolve("none.json")), JSON))
                .withMessageContaining("none.json cannot be read");
    }
}
