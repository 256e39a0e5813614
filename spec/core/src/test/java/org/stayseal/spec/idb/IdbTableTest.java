package org.stayseal.spec.idb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.registry.RegistryFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of messages and documents as an authority may write it (docs 21, parts 3 and 4). */
class IdbTableTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode FILE = RegistryFile.read("idb-messages.json");

    @Test
    void aFileOfTheSameRowsIsTheSameTable() {
        IdbTable read = IdbTable.of(FILE);
        for (String country : List.of("UTO", "D", "UTA")) {
            assertThat(read.messages(country))
                    .isEqualTo(IdbTable.standard().messages(country))
                    .isNotEmpty();
        }
        assertThat(read.documents())
                .isEqualTo(IdbTable.standard().documents())
                .hasSize(FILE.required("documents").size());
        assertThat(read.messages("UTA")).hasSizeLessThan(read.messages("UTO").size());
    }

    @Test
    void aRowSaysWhatItSays() {
        IdbTable table = table("""
                { "tag": "1F", "countries": ["UTA"], "name": "pass", "coding": "features", "bytes": [1, 20], "oneOf": [["01", "02"]],
                  "features": [
                    { "tag": "01", "name": "number", "coding": "c40", "characters": [1, 9], "pad": 9, "bytes": [6, 6], "mandatory": false },
                    { "tag": "02", "name": "zone", "coding": "mrz", "mrz": "TD2", "bytes": [48, 48], "mandatory": true }] },
                { "tag": "FE", "countries": ["*"], "name": "until", "coding": "masked-date", "bytes": [4, 4] }""", """
                { "id": "pass", "countries": ["UTA"], "message": "1F", "name": "A pass", "grants": "stay", "ends": true, "mandatory": ["1F", "FE"] }""");
        IdbMessageRule row = table.messages("UTA").get(0);
        assertThat(row.tag()).isEqualTo(0x1F);
        assertThat(row.coding()).isEqualTo(IdbCoding.FEATURES);
        assertThat(row.minBytes()).isEqualTo(1);
        assertThat(row.maxBytes()).isEqualTo(20);
        assertThat(row.oneOf()).containsExactly(java.util.Set.of(1, 2));
        assertThat(row.features())
                .extracting("name", "mandatory", "minBytes")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("number", false, 6),
                        org.assertj.core.groups.Tuple.tuple("zone", true, 48));
        assertThat(table.messages("UTA").get(1).coding()).isEqualTo(IdbCoding.MASKED_DATE);
        assertThat(table.messages("UTO")).extracting(IdbMessageRule::name).containsExactly("until");
        IdbDocument document = table.documents().get(0);
        assertThat(document.message()).hasValue(0x1F);
        assertThat(document.type()).isEmpty();
        assertThat(document.ends()).isTrue();
        assertThat(document.mandatory()).containsExactlyInAnyOrder(0x1F, 0xFE);
        assertThat(document.isOf("UTA")).isTrue();
        assertThat(document.isOf("UTO")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'tag':'FF','name':'a','coding':'bytes','bytes':[1,2]",
                "'tag':'01','name':'a','coding':'bytes','bytes':[-1,2]",
                "'tag':'01','name':'a','coding':'bytes','bytes':[3,2]",
                "'tag':'01','name':'a','coding':'features','bytes':[1,2]",
                "'tag':'01','name':'a','coding':'image','bytes':[1,2],'features':[{'tag':'01','name':'b','coding':'bytes','bytes':[1,1],'mandatory':true}]",
            })
    void aRowThatContradictsItselfIsRefused(String row) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table("{'countries':['*'],%s}".formatted(row).replace('\'', '"'), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'tag':'00','name':'a','coding':'bytes','bytes':[0,0]",
                "'tag':'FE','name':'a','coding':'bytes','bytes':[2,2]"
            })
    void aRowAtItsBoundsIsTaken(String row) {
        assertThat(table("{'countries':['*'],%s}".formatted(row).replace('\'', '"'), "")
                        .messages("D"))
                .hasSize(1);
    }

    @Test
    void aTagANameAndADocumentComeOnce() {
        String row = "{\"countries\":[\"D\"],\"tag\":\"%s\",\"name\":\"%s\",\"coding\":\"bytes\",\"bytes\":[1,2]}";
        assertThat(table(row.formatted("01", "a") + "," + row.formatted("02", "b"), "")
                        .messages("D"))
                .hasSize(2);
        assertThatThrownBy(() -> table(row.formatted("01", "a") + "," + row.formatted("01", "b"), ""))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> table(row.formatted("01", "a") + "," + row.formatted("02", "a"), ""))
                .hasMessageContaining("twice");
        String document =
                "{\"id\":\"x\",\"countries\":[\"D\"],\"message\":\"01\",\"name\":\"X\",\"grants\":\"none\",\"ends\":false,\"mandatory\":[]}";
        assertThatThrownBy(() -> table("", document + "," + document)).hasMessageContaining("x twice");
        JsonNode later = JSON.readTree("{\"version\":2,\"messages\":[],\"documents\":[]}");
        assertThatThrownBy(() -> IdbTable.of(later)).hasMessageContaining("version");
    }

    @ParameterizedTest
    @CsvSource({
        "0301ab, IDB-03, proof-of-testing",
        "0301ab 0401cd, IDB-03, proof-of-testing",
        "0401cd 0301ab, IDB-04, proof-of-testing",
        "860110, IDB-86-10, certificate-of-permanent-residence",
        "0301ab 8601fe, IDB-86-FE, ''",
        "7001cd, IDB-70, ''",
    })
    void aDocumentIsNamedByItsTypeElseByTheMessageThatMakesIt(String messages, String type, String document)
            throws Exception {
        Idb idb = IdbDecoder.decode(IdbSamples.group(messages));
        assertThat(IdbTable.standard().type(idb)).isEqualTo(type);
        assertThat(IdbTable.standard().document(idb).map(IdbDocument::id).orElse(""))
                .isEqualTo(document);
    }

    @Test
    void aVisaIsAVisaWhateverComesBeforeIt() throws Exception {
        Idb visa = IdbEncoder.unsigned(IdbRequest.of("UTO", IdbSamples.visa()));
        String hex =
                java.util.HexFormat.of().formatHex(visa.message(1).orElseThrow().value());
        Idb idb = IdbDecoder.decode(IdbSamples.group("0301ab 01" + Integer.toHexString(hex.length() / 2) + hex));
        assertThat(IdbTable.standard().type(idb)).isEqualTo("IDB-01");
        assertThat(IdbTable.standard().read(idb).values()).containsEntry("visa.durationOfStay", "P90D");
        assertThat(Map.copyOf(IdbTable.standard().read(idb).unknown())).isEmpty();
    }

    private static IdbTable table(String messages, String documents) {
        return IdbTable.of(
                JSON.readTree("{\"version\":1,\"messages\":[" + messages + "],\"documents\":[" + documents + "]}"));
    }
}
