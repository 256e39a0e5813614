package org.stayseal.issuer.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.issuer.IssuerTest;

/** Places in status lists: each given once, and in an order that tells nothing. */
class StatusPlacesTest extends IssuerTest {

    @Autowired
    private StatusPlaces places;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient database;

    @Test
    void noPlaceIsGivenTwiceToManyWhoAskAtOnce() throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(8);
        List<Future<List<StatusPlace>>> answers = new ArrayList<>();
        for (int asker = 0; asker < 8; asker++) {
            answers.add(askers.submit(() -> {
                List<StatusPlace> mine = new ArrayList<>();
                for (int i = 0; i < 25; i++) {
                    mine.add(new TransactionTemplate(transactions).execute(running -> places.next()));
                }
                return mine;
            }));
        }
        Set<StatusPlace> all = new HashSet<>();
        for (Future<List<StatusPlace>> answer : answers) {
            all.addAll(answer.get());
        }
        askers.shutdown();
        assertThat(all).hasSize(200);
    }

    @Test
    void noPlaceIsGivenTwiceByTwoServicesOnOneDatabase(@TempDir Path folder) throws Exception {
        StatusPlaces one = new StatusPlaces(database, new GivenPlaces(folder.resolve("one")));
        StatusPlaces other = new StatusPlaces(database, new GivenPlaces(folder.resolve("other")));
        ExecutorService askers = Executors.newFixedThreadPool(8);
        List<Future<List<StatusPlace>>> answers = new ArrayList<>();
        for (int asker = 0; asker < 8; asker++) {
            StatusPlaces mine = asker % 2 == 0 ? one : other;
            answers.add(askers.submit(() -> given(mine, 75)));
        }
        List<StatusPlace> all = new ArrayList<>();
        for (Future<List<StatusPlace>> answer : answers) {
            all.addAll(answer.get());
        }
        askers.shutdown();
        assertThat(all).hasSize(600).doesNotHaveDuplicates();
    }

    @Test
    void aDatabaseThatForgotPlacesGivesNoneOfThemAgain(@TempDir Path folder) {
        Path mark = folder.resolve("authority");
        List<StatusPlace> before = given(new StatusPlaces(database, new GivenPlaces(mark)), 300);
        long count = counted();
        try {
            // As from a copy of before: the counter is behind, and nothing is known of the places.
            database.sql("SELECT setval('status_counter', ?)")
                    .param(count - 300)
                    .query(Long.class)
                    .single();
            before.forEach(place -> database.sql("DELETE FROM status_entry WHERE shard = ? AND idx = ?")
                    .params(place.shard(), place.index())
                    .update());

            List<StatusPlace> after = given(new StatusPlaces(database, new GivenPlaces(mark)), 300);

            assertThat(after).hasSize(300).doesNotHaveDuplicates().doesNotContainAnyElementsOf(before);
        } finally {
            database.sql("SELECT setval('status_counter', greatest(?, (SELECT last_value FROM status_counter)))")
                    .param(count)
                    .query(Long.class)
                    .single();
        }
    }

    @Test
    void theMarkIsAboveWhatIsGivenBeforeItIsGiven(@TempDir Path folder) throws Exception {
        GivenPlaces given = new GivenPlaces(folder);
        assertThat(given.atStart()).isZero();

        given.giving(0);
        assertThat(new GivenPlaces(folder).atStart()).isEqualTo(GivenPlaces.BLOCK);
        given.giving(GivenPlaces.BLOCK - 1);
        assertThat(new GivenPlaces(folder).atStart()).isEqualTo(GivenPlaces.BLOCK);
        given.giving(GivenPlaces.BLOCK);
        assertThat(new GivenPlaces(folder).atStart()).isEqualTo(2 * GivenPlaces.BLOCK);

        Files.writeString(folder.resolve("places"), "many\n");
        assertThatThrownBy(() -> new GivenPlaces(folder)).isInstanceOf(UncheckedIOException.class);
    }

    private long counted() {
        return database.sql("SELECT last_value FROM status_counter")
                .query(Long.class)
                .single();
    }

    private List<StatusPlace> given(StatusPlaces by, int many) {
        List<StatusPlace> mine = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            mine.add(new TransactionTemplate(transactions).execute(running -> by.next()));
        }
        return mine;
    }
}
