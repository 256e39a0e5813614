package org.stayseal.issuer.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.stayseal.issuer.carrier.Utopians;
import org.stayseal.issuer.continuation.ContinuationState;
import org.stayseal.issuer.continuation.Continuations;
import org.stayseal.issuer.continuation.GivenContinuation;
import org.stayseal.issuer.continuation.Renewal;
import org.stayseal.issuer.issuance.PermitStatus;

/** What officers read of a continuation, from the request to the end of it. */
@Tag("whole")
@SpringBootTest(classes = PagesApp.class)
@ActiveProfiles(PagesApp.IN_MEMORY)
class ContinuationPagesTest {

    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-00000000c0de");
    private static final String NUMBER = "UT4711AB0";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final MockMvc pages;
    private final InMemory.Desk desk;
    private final InMemory.Shelf shelf;
    private final Continuations continuations;

    ContinuationPagesTest(
            @Autowired WebApplicationContext context,
            @Autowired InMemory.Desk desk,
            @Autowired InMemory.Shelf shelf,
            @Autowired Continuations continuations) {
        this.pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        this.desk = desk;
        this.shelf = shelf;
        this.continuations = continuations;
    }

    @BeforeEach
    void onePermit() {
        desk.stored.clear();
        shelf.stored.clear();
        shelf.says = Utopians.olena();
        shelf.put(NUMBER, UUID.randomUUID(), PermitStatus.SUSPENDED, Optional.empty());
    }

    @AfterEach
    void none() {
        reset(continuations);
        shelf.stored.clear();
    }

    @Test
    void theDeskCountsThoseThatWaitForTheOfficerAndNotTheOnesOwn() throws Exception {
        show(ContinuationState.REQUESTED, Renewal.PENDING, today, today.plusDays(9));
        assertThat(page("/officer", "ben")).contains("<div class=\"count\">1</div><h3>to decide");
        assertThat(page("/officer", "ada")).contains("<div class=\"count\">0</div><h3>to decide");
    }

    @Test
    void whoDecidesSeesThePermitsStatusAndItsEnds() throws Exception {
        show(ContinuationState.REQUESTED, Renewal.PENDING, today, today.plusDays(9));
        String detail = page("/officer/continuations/" + ID, "ben");
        assertThat(detail)
                .contains("Approve", "Suspended", "Right until", "Document valid until")
                .contains(shelf.says.documentUntil().toString());
        assertThat(page("/officer/continuations/" + ID + "?changed", "ada")).contains("another officer to decide.");
    }

    @Test
    void itIsInForceFromItsFirstToItsLastDayAlone() throws Exception {
        show(ContinuationState.RELEASED, Renewal.PENDING, today.plusDays(1), today.plusDays(9));
        assertThat(page("/officer/continuations/" + ID, "ben"))
                .contains("counts from " + today.plusDays(1))
                .doesNotContain("in force");
        show(ContinuationState.RELEASED, Renewal.PENDING, today.minusDays(9), today.minusDays(1));
        assertThat(page("/officer/continuations/" + ID, "ben"))
                .contains(">over<")
                .doesNotContain("in force");
        show(ContinuationState.RELEASED, Renewal.PENDING, today.minusDays(1), today);
        assertThat(page("/officer/continuations/" + ID, "ben"))
                .contains(">in force<", "To hand over", "continuation.pdf");
        assertThat(page("/officer/permits/" + NUMBER, "ben")).contains(">in force<");
    }

    @Test
    void anEndedOneIsNotHandedOverAnyMore() throws Exception {
        show(ContinuationState.RELEASED, Renewal.REFUSED, today.minusDays(1), today.plusDays(9));
        assertThat(page("/officer/continuations/" + ID + "?changed", "ben"))
                .contains("ended: renewal refused", "take them back", "Ended for good.")
                .doesNotContain("To hand over", "continuation.pdf");
    }

    @Test
    void whatWasDoneSaysWhatComesNextInEveryState() throws Exception {
        for (ContinuationState state : ContinuationState.values()) {
            show(state, Renewal.PENDING, today, today.plusDays(9));
            assertThat(page("/officer/continuations/" + ID + "?changed", "ben"))
                    .as(state.name())
                    .doesNotContain("??continuation");
        }
    }

    private void show(ContinuationState state, Renewal renewal, LocalDate from, LocalDate until) {
        GivenContinuation given = new GivenContinuation(
                ID,
                NUMBER,
                state,
                from,
                until,
                "Residence Act 81(4)",
                "ada",
                Instant.parse("2026-11-22T12:00:00Z"),
                state == ContinuationState.REQUESTED ? Optional.empty() : Optional.of("ben"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                renewal);
        when(continuations.find(any())).thenReturn(Optional.of(given));
        when(continuations.of(any())).thenReturn(List.of(given));
        when(continuations.requested()).thenReturn(state == ContinuationState.REQUESTED ? List.of(given) : List.of());
    }

    private String page(String path, String officer) throws Exception {
        return pages.perform(get(path).with(user(officer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
