package org.stayseal.issuer.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.stayseal.issuer.application.Application;
import org.stayseal.issuer.application.ApplicationForm;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.carrier.Utopians;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.issuance.PermitStatus;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.OwnScript;

@Tag("whole")
@SpringBootTest(classes = PagesApp.class)
@ActiveProfiles(PagesApp.IN_MEMORY)
class PagesTest {
    private static final String HOSTILE = "</td><script>alert(1)</script>";

    private final MockMvc pages;
    private final InMemory.Desk desk;
    private final InMemory.Shelf shelf;
    private final AuditTrail audit;

    PagesTest(
            @Autowired WebApplicationContext context,
            @Autowired InMemory.Desk desk,
            @Autowired InMemory.Shelf shelf,
            @Autowired AuditTrail audit) {
        this.audit = audit;
        this.pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        this.desk = desk;
        this.shelf = shelf;
    }

    @BeforeEach
    void empty() {
        clearInvocations(audit);
        desk.stored.clear();
        shelf.stored.clear();
        shelf.carriers.clear();
        shelf.says = Utopians.olena();
        shelf.choices = Disclosure.Choices.usual();
    }

    @Test
    void anOfficersPagesAskForASignIn() throws Exception {
        for (String address : new String[] {"/officer", "/officer/applications", "/officer/permits/UT4711AB0"}) {
            pages.perform(get(address)).andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("/sign-in"));
        }
    }

    @Test
    void theSignInPageHasAFieldForEachAndATokenOfItsOrigin() throws Exception {
        pages.perform(get("/sign-in"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"username\"")))
                .andExpect(content().string(containsString("name=\"_csrf\"")));
    }

    @Test
    void aFormWithoutATokenOfItsOriginIsRefused() throws Exception {
        UUID id = application("Kovalenko", "ada").id();
        pages.perform(post("/officer/applications/" + id + "/approve").with(user("ben")))
                .andExpect(status().isForbidden());
        assertThat(desk.find(id).orElseThrow().decision()).isEmpty();
    }

    @Test
    void aFormWithWrongFieldsComesBackWithEachFaultBesideItsFieldAndAbove() throws Exception {
        pages.perform(multipart("/officer/applications")
                        .param("givenNames", "Olena")
                        .param("rightFrom", "2026-11-22")
                        .param("rightUntil", "1999-01-01")
                        .with(user("ada"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Please correct this")))
                .andExpect(content().string(containsString("href=\"#surname\"")))
                .andExpect(content().string(containsString("“Surname” is needed.")))
                .andExpect(content().string(containsString("“Right until” is before “Right from”.")))
                .andExpect(content().string(containsString("value=\"Olena\"")))
                .andExpect(content().string(containsString("aria-invalid=\"true\"")));
    }

    @Test
    void aLastDayAndUnlimitedTogetherAreAContradiction() throws Exception {
        pages.perform(multipart("/officer/applications")
                        .param("rightUntil", "2027-01-01")
                        .param("unlimited", "yes")
                        .with(user("ada"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("not both")));
    }

    @Test
    void anApplicationIsWrittenDownByOneOfficerAndApprovedByAnother() throws Exception {
        pages.perform(complete(multipart("/officer/applications"))
                        .with(user("ada"))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/officer/applications/*?applied"));
        UUID id = desk.stored.keySet().iterator().next();
        pages.perform(get("/officer/applications/" + id).with(user("ada")))
                .andExpect(content().string(containsString("Another officer has to decide it")))
                .andExpect(content().string(not(containsString("/approve"))));
        pages.perform(get("/officer/applications/" + id).with(user("ben")))
                .andExpect(content().string(containsString("/officer/applications/" + id + "/approve")));
        pages.perform(post("/officer/applications/" + id + "/approve")
                        .with(user("ben"))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/officer/applications/*?approved"));
    }

    @Test
    void whoWroteAnApplicationDownIsToldWhyAnotherDecides() throws Exception {
        UUID id = application("Kovalenko", "ada").id();
        pages.perform(post("/officer/applications/" + id + "/approve")
                        .with(user("ada"))
                        .with(csrf()))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Another officer has to decide this application.")));
    }

    @Test
    void aRejectionWithoutAReasonIsAskedForOne() throws Exception {
        UUID id = application("Kovalenko", "ada").id();
        pages.perform(post("/officer/applications/" + id + "/reject")
                        .param("reason", " ")
                        .with(user("ben"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Give the reason for the rejection.")));
    }

    @Test
    void markupInANameIsTextOnEveryPage() throws Exception {
        Application application = application(HOSTILE, "ada");
        shelf.says = Utopians.named(new OwnScript(HOSTILE, "uk"));
        shelf.put("UT4711AB0", application.id(), PermitStatus.SUSPENDED, Optional.of(HOSTILE));
        for (String address : new String[] {
            "/officer",
            "/officer/applications",
            "/officer/applications/" + application.id(),
            "/officer/permits/UT4711AB0",
            "/officer/permits?text="
                    + HOSTILE.replace("/", "%2F").replace("<", "%3C").replace(">", "%3E")
        }) {
            pages.perform(get(java.net.URI.create(address)).with(user("ben")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("<script>"))))
                    .andExpect(content().string(containsString("&lt;script&gt;")));
        }
    }

    @Test
    void aPermitIsRevokedOnlyWithAReasonAndASecondLook() throws Exception {
        shelf.put("UT4711AB0", application("Kovalenko", "ada").id(), PermitStatus.VALID, Optional.empty());
        String address = "/officer/permits/UT4711AB0/revoke";
        pages.perform(post(address)
                        .param("reason", "")
                        .param("sure", "true")
                        .with(user("ben"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Give the reason")));
        pages.perform(post(address)
                        .param("reason", "Left the country")
                        .with(user("ben"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Left the country")));
        assertThat(shelf.find("UT4711AB0").orElseThrow().status()).isEqualTo(PermitStatus.VALID);
        pages.perform(post(address)
                        .param("reason", "Left the country")
                        .param("sure", "true")
                        .with(user("ben"))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/officer/permits/UT4711AB0?changed"));
        assertThat(shelf.find("UT4711AB0").orElseThrow().status()).isEqualTo(PermitStatus.REVOKED);
        pages.perform(get("/officer/permits/UT4711AB0").with(user("ben")))
                .andExpect(content().string(containsString("A revoked permit never changes again.")))
                .andExpect(content().string(containsString("Left the country")))
                .andExpect(content().string(containsString("Recorded under this number")));
    }

    @Test
    void aClosedAccountReadsNothingMoreAndItsSessionIsOver() throws Exception {
        UUID id = application("Kovalenko", "ada").id();
        shelf.put("UT4711AB0", id, PermitStatus.VALID, Optional.empty());
        shelf.carriers.put("full.png", new Carrier("full.png", "image/png", new byte[] {1}));
        for (String address : new String[] {
            "/officer",
            "/officer/applications",
            "/officer/applications/new",
            "/officer/applications/" + id + "/photo",
            "/officer/permits",
            "/officer/permits/UT4711AB0/carriers/full.png",
            "/officer/permits/UT4711AB0/revoke"
        }) {
            MockHttpSession session = new MockHttpSession();
            pages.perform(get(address).session(session).with(user("closed")))
                    .andExpect(redirectedUrl("/sign-in?closed"));
            assertThat(session.isInvalid()).as(address).isTrue();
        }
    }

    @Test
    void whoIsHandedACarrierOrAHoldersAddressIsOnRecord() throws Exception {
        shelf.put("UT4711AB0", application("Kovalenko", "ada").id(), PermitStatus.VALID, Optional.empty());
        shelf.carriers.put("full.png", new Carrier("full.png", "image/png", new byte[] {1}));
        pages.perform(get("/officer/permits/UT4711AB0").with(user("ben")))
                .andExpect(content().string(not(containsString(InMemory.TOKEN))));
        verify(audit, never()).reading(any(), any(), any(), any());
        pages.perform(get("/officer/permits/UT4711AB0/holder-link").with(user("ben")))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().string(containsString(InMemory.TOKEN)));
        verify(audit).reading(PagesApp.OFFICERS.get("ben"), "read-holder-link", "UT4711AB0", "");
        pages.perform(get("/officer/permits/UT4711AB0/carriers/full.png").with(user("ada")))
                .andExpect(status().isOk());
        verify(audit).reading(PagesApp.OFFICERS.get("ada"), "read-carrier", "UT4711AB0", "full.png");
    }

    @Test
    void aPageOfManyPermitsLeadsToTheNext() throws Exception {
        UUID application = application("Kovalenko", "ada").id();
        for (int i = 0; i < 21; i++) {
            shelf.put("UT4711A" + (10 + i), application, PermitStatus.VALID, Optional.empty());
        }
        pages.perform(get("/officer/permits?text=UT47").with(user("ben")))
                .andExpect(content().string(containsString("?page=1&amp;status=&amp;text=UT47")))
                .andExpect(content().string(not(containsString("rel=\"prev\""))));
        pages.perform(get("/officer/permits?page=1").with(user("ben")))
                .andExpect(content().string(containsString("rel=\"prev\"")))
                .andExpect(content().string(not(containsString("rel=\"next\""))));
    }

    @Test
    void whatIsNotThereIsAPageThatSaysSo() throws Exception {
        pages.perform(get("/officer/permits/UT0000000").with(user("ben")))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("There is no permit of that number.")));
    }

    @Test
    void everyPageKeepsItsOwnContentSecurityPolicy() throws Exception {
        UUID id = application("Kovalenko", "ada").id();
        shelf.put("UT4711AB0", id, PermitStatus.VALID, Optional.empty());
        for (String address : new String[] {
            "/",
            "/sign-in",
            "/officer",
            "/officer/applications",
            "/officer/applications/new",
            "/officer/applications/" + id,
            "/officer/permits",
            "/officer/permits/UT4711AB0",
            "/officer/permits/UT4711AB0/suspend",
            "/holder/" + InMemory.TOKEN
        }) {
            pages.perform(get(address).with(user("ben")))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                    .andExpect(content().string(not(containsString("style=\""))))
                    .andExpect(content().string(not(containsString("<script>"))))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void everyPageOfADemonstrationSaysThatItIsOne() throws Exception {
        shelf.put("UT4711AB0", application("Kovalenko", "ada").id(), PermitStatus.VALID, Optional.empty());
        for (String address : new String[] {"/", "/sign-in", "/officer", "/officer/permits/UT4711AB0"}) {
            pages.perform(get(address).with(user("ben")))
                    .andExpect(content().string(containsString("nothing issued here is a document")));
        }
        pages.perform(get("/officer/permits/UT0000000").with(user("ben")))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("nothing issued here is a document")));
        pages.perform(get("/holder/" + InMemory.TOKEN + "?lang=en"))
                .andExpect(content().string(containsString("DEMONSTRATION – NOT A DOCUMENT")));
        pages.perform(get("/holder/" + InMemory.TOKEN + "?lang=de"))
                .andExpect(content().string(containsString("VORFÜHRUNG – KEIN DOKUMENT")));
    }

    @Test
    void theHoldersPageShowsOneCodeAndWhatItTells() throws Exception {
        shelf.put("UT4711AB0", application("Kovalenko", "ada").id(), PermitStatus.VALID, Optional.empty());
        pages.perform(get("/holder/" + InMemory.TOKEN + "?for=work&lang=en"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                .andExpect(content().string(containsString("/holder/" + InMemory.TOKEN + "/work.png")))
                .andExpect(content().string(containsString("<li>Employment</li>")))
                .andExpect(content().string(containsString("https://permits.utopia.example/verify/")))
                .andExpect(content().string(not(containsString("Kovalenko"))));
    }

    @Test
    void pagesNameOnlyWhatThePermitHasAndFollowTheChoiceThatWasRecordedWithIt() throws Exception {
        UUID application = application("Kovalenko", "ada").id();
        String photoShown = "(?s).*<h3>Shows</h3>((?!</ul>).)*<li>Photo</li>.*";
        String photoHidden = "(?s).*<h3>It does not show</h3>((?!</ul>).)*<li>Photo</li>.*";
        shelf.put("UT4711AB0", application, PermitStatus.VALID, Optional.empty());
        assertThat(workCodeForHolder()).doesNotMatch(photoShown).doesNotMatch(photoHidden);
        assertThat(officersPermit()).containsSubsequence("Full permit", "without photo", "Work", "without photo");
        shelf.says = Utopians.photographed();
        shelf.put("UT4711AB0", application, PermitStatus.VALID, Optional.empty());
        assertThat(workCodeForHolder()).matches(photoShown).doesNotMatch(photoHidden);
        assertThat(officersPermit()).containsSubsequence("Full permit", "with photo", "Work", "with photo", "Bank");
        shelf.choices = Disclosure.Choices.photoForWork(false);
        shelf.put("UT4711AB0", application, PermitStatus.VALID, Optional.empty());
        assertThat(workCodeForHolder()).doesNotMatch(photoShown).matches(photoHidden);
        assertThat(officersPermit()).containsSubsequence("Full permit", "with photo", "Work", "without photo", "Bank");
    }

    @Test
    void anOfficerSeesBeforeTheDecisionWhatEachCodeWillShow() throws Exception {
        pages.perform(get("/officer/applications/new").with(user("ada")))
                .andExpect(content().string(containsString("goes into the codes “full permit” and “work”")));
        UUID id = application("Kovalenko", "ada").id();
        String before = read(get("/officer/applications/" + id).with(user("ben")));
        assertThat(before).contains("What each code will show").doesNotContain("with photo<", "code-photo");
        desk.portrait(id, new byte[] {1});
        assertThat(read(get("/officer/applications/" + id).with(user("ben"))))
                .contains("/officer/applications/" + id + "/code-photo")
                .containsSubsequence("Full permit", "with photo", "Work", "with photo", "Bank", "without photo");
    }

    private String workCodeForHolder() throws Exception {
        return read(get("/holder/" + InMemory.TOKEN + "?for=work&lang=en"));
    }

    private String officersPermit() throws Exception {
        return read(get("/officer/permits/UT4711AB0").with(user("ben")));
    }

    private String read(org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request)
            throws Exception {
        return pages.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theHoldersPageSpeaksTheHoldersLanguage() throws Exception {
        shelf.put("UT4711AB0", application("Kovalenko", "ada").id(), PermitStatus.REVOKED, Optional.of("no"));
        pages.perform(get("/holder/" + InMemory.TOKEN).header("Accept-Language", "uk-UA"))
                .andExpect(content().string(containsString("Цю посвідку скасовано.")))
                .andExpect(content().string(containsString("lang=\"uk\"")));
        pages.perform(get("/holder/" + InMemory.TOKEN + "?lang=../../x"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This permit has been revoked.")));
    }

    @Test
    void theHoldersFilesAreNotKeptByABrowser() throws Exception {
        shelf.put("UT4711AB0", application("Kovalenko", "ada").id(), PermitStatus.VALID, Optional.empty());
        shelf.carriers.put("full.png", new Carrier("full.png", "image/png", new byte[] {1}));
        pages.perform(get("/holder/" + InMemory.TOKEN + "/full.png"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/png"))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void anAddressThatNobodyWasGivenShowsNothing() throws Exception {
        shelf.put("UT4711AB0", application("Kovalenko", "ada").id(), PermitStatus.VALID, Optional.empty());
        for (String address :
                new String[] {"/holder/guessed", "/holder/guessed/full.png", "/holder/" + InMemory.TOKEN + "/x.pdf"}) {
            pages.perform(get(address)).andExpect(status().isNotFound());
        }
    }

    private Application application(String surname, String by) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "surname", surname,
                "givenNames", "Olena",
                "birthDate", "1985-03-04",
                "sex", "F",
                "nationality", "UKR",
                "category", "temporary-protection",
                "rightFrom", "2026-11-22",
                "rightUntil", "unlimited"));
        return desk.apply(new ApplicationForm(fields), PagesApp.OFFICERS.get(by));
    }

    private static org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder complete(
            org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder request) {
        request.param("surname", "Kovalenko")
                .param("givenNames", "Olena")
                .param("birthDate", "1985-03-04")
                .param("sex", "F")
                .param("nationality", "UKR")
                .param("category", "temporary-protection")
                .param("rightFrom", "2026-11-22")
                .param("unlimited", "yes");
        return request;
    }
}
