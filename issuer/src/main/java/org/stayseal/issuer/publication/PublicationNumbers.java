package org.stayseal.issuer.publication;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.trust.authority.Authority;

/**
 * Binds this database to one authority and one line of publication numbers. The numbers are counted in the authority's folder; what is
 * served is ordered by them here. When one of the two was restored, lost or exchanged without the other, a revocation could be undone or
 * never be served, and places in status lists would be given twice; so the service does not start then.
 */
@Component
class PublicationNumbers {

    private final JdbcClient database;
    private final Authority authority;
    private final TransactionTemplate apart;

    /** @throws OtherInstallation when database and authority do not belong together */
    PublicationNumbers(JdbcClient database, Authority authority, PlatformTransactionManager transactions) {
        this.database = database;
        this.authority = authority;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.executeWithoutResult(running -> bind());
    }

    /**
     * Records, before anything is signed with it, the number that the next publication will have, in a transaction of its own: a folder that
     * is ahead of this record is then proof that the database is older than the folder.
     *
     * @return the number below it, for {@link Authority#publish}
     */
    long announce() {
        long above = Math.max(announced(), authority.lastSequence());
        apart.executeWithoutResult(
                running -> database.sql("UPDATE authority_binding SET announced = ? WHERE id = 1 AND announced < ?")
                        .params(above + 1, above + 1)
                        .update());
        return above;
    }

    /** Checks, and on the first start binds; a refusal leaves the database as it was. */
    private void bind() {
        String root = authority.rootFingerprint().hex();
        database.sql("""
                        INSERT INTO authority_binding (id, root_fingerprint, announced)
                        SELECT 1, ?, coalesce(max(sequence), 0) FROM publication
                        ON CONFLICT (id) DO NOTHING
                        """).param(root).update();
        String bound = database.sql("SELECT root_fingerprint FROM authority_binding WHERE id = 1")
                .query(String.class)
                .single();
        if (!bound.equals(root)) {
            throw OtherInstallation.otherRoot(bound, root);
        }
        long folder =
                authority.current().isPresent() ? authority.current().get().sequence() : 0;
        if (folder > announced()) {
            throw OtherInstallation.olderDatabase(announced(), folder);
        }
    }

    private long announced() {
        return database.sql("SELECT greatest(announced, (SELECT coalesce(max(sequence), 0) FROM publication))"
                        + " FROM authority_binding WHERE id = 1")
                .query(Long.class)
                .single();
    }
}
