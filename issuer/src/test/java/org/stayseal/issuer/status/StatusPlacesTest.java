package org.stayseal.issuer.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.issuer.IssuerTest;

/** Places in status lists: each given once, and in an order that tells nothing. */
class StatusPlacesTest extends IssuerTest {

    @Autowired
    private StatusPlaces places;

    @Autowired
    private PlatformTransactionManager transactions;

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
}
