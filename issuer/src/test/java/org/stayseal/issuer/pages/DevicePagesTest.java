package org.stayseal.issuer.pages;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.carrier.Utopians;
import org.stayseal.issuer.device.DeviceState;
import org.stayseal.issuer.device.Devices;
import org.stayseal.issuer.device.HolderDevice;
import org.stayseal.issuer.device.Invitation;
import org.stayseal.issuer.issuance.PermitStatus;

/** What an officer sees of the holder's phones, and does with them. */
@Tag("whole")
@SpringBootTest(classes = PagesApp.class)
@ActiveProfiles(PagesApp.IN_MEMORY)
class DevicePagesTest {

    private static final String PERMIT = "/officer/permits/UT4711AB0";
    private static final UUID ID = UUID.fromString("0d9b2b4e-6f0c-4d3e-9b1a-0123456789ab");

    private final MockMvc pages;
    private final InMemory.Shelf shelf;
    private final Devices devices;

    DevicePagesTest(
            @Autowired WebApplicationContext context, @Autowired InMemory.Shelf shelf, @Autowired Devices devices) {
        this.pages = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        this.shelf = shelf;
        this.devices = devices;
    }

    @BeforeEach
    void onePermit() {
        reset(devices);
        shelf.stored.clear();
        shelf.says = Utopians.olena();
        shelf.put("UT4711AB0", UUID.randomUUID(), PermitStatus.VALID, Optional.empty());
    }

    @Test
    void aPhoneIsInvitedOnAPageThatIsNotKept() throws Exception {
        when(devices.invite(eq("UT4711AB0"), any()))
                .thenReturn(new Invitation(
                        URI.create("https://utopia.example/verify/holder.html#AbCdEfGhIjKlMnOpQrStUv"),
                        "12345678",
                        Instant.parse("2026-12-07T09:00:00Z")));
        pages.perform(get(PERMIT).with(user("ada")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(PERMIT + "/devices")));
        pages.perform(get(PERMIT + "/devices").with(user("ada")))
                .andExpect(status().isOk())
                .andExpect(
                        content().string(allOf(containsString("Invite a phone"), not(containsString("holder.html#")))));
        pages.perform(post(PERMIT + "/devices").with(user("ada"))).andExpect(status().isForbidden());
        pages.perform(post(PERMIT + "/devices").with(user("ada")).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content()
                        .string(allOf(
                                containsString("https://utopia.example/verify/holder.html#AbCdEfGhIjKlMnOpQrStUv"),
                                containsString("1234 5678"),
                                containsString("are kept nowhere"))));
    }

    @Test
    void aPhoneIsTakenBackWithAReason() throws Exception {
        when(devices.of("UT4711AB0"))
                .thenReturn(List.of(new HolderDevice(
                        ID,
                        "UT4711AB0",
                        DeviceState.RELEASED,
                        Instant.parse("2026-11-23T09:00:00Z"),
                        Optional.empty())));
        pages.perform(get(PERMIT + "/devices").with(user("ada")))
                .andExpect(content().string(allOf(containsString("in use"), containsString("Take back"))));
        pages.perform(post(PERMIT + "/devices/" + ID + "/revoke")
                        .param("reason", "Lost in a train")
                        .with(user("ada"))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern(PERMIT + "/devices?changed"));
        verify(devices).revoke(eq(ID), eq("Lost in a train"), any());

        doThrow(Refusal.unprocessable("reason-length", "A decision has a reason of 1 to 500 characters."))
                .when(devices)
                .revoke(any(), any(), any());
        pages.perform(post(PERMIT + "/devices/" + ID + "/revoke")
                        .with(user("ada"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("A decision has a reason")));
        pages.perform(post(PERMIT + "/devices/" + UUID.randomUUID() + "/revoke")
                        .param("reason", "Another permit's")
                        .with(user("ada"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void noPhoneIsInvitedForAPermitThatIsNotInForce() throws Exception {
        shelf.put("UT4711AB0", UUID.randomUUID(), PermitStatus.SUSPENDED, Optional.empty());
        pages.perform(get(PERMIT + "/devices").with(user("ada")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("id=\"invite\""))));
    }
}
