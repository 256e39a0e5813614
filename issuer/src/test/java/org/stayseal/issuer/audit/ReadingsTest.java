package org.stayseal.issuer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stayseal.issuer.IssuerTest;

/** Who was handed a holder's codes or address. */
class ReadingsTest extends IssuerTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private AuditTrail audit;

    @Test
    void aProgramThatFetchesACarrierOrAHoldersAddressIsOnRecordAndNotAmongTheDeeds() {
        String number = released();
        get("/api/v1/permits/" + number + "/carriers/full.txt", CLERK);
        get("/api/v1/permits/" + number + "/carriers/none.txt", CLERK);
        get("/api/v1/permits/" + number + "/holder-link", APPROVER);
        List<String> readings = database.sql(
                        "SELECT officer || ' ' || action || ' ' || detail FROM audit_event WHERE subject = ? AND action LIKE 'read-%' ORDER BY id")
                .param(number)
                .query(String.class)
                .list();
        assertThat(readings).containsExactly("anna read-carrier full.txt", "boris read-holder-link ");
        assertThat(audit.of(number))
                .isNotEmpty()
                .noneMatch(event -> event.action().startsWith(AuditTrail.READING));
    }
}
