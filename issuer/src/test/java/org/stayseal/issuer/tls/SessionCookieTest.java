package org.stayseal.issuer.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockServletContext;
import org.stayseal.issuer.IssuerSettings;

class SessionCookieTest {

    @Test
    void theSessionCookieGoesOverTlsOnlyWhereTheServiceIsReachedByTls() throws Exception {
        assertThat(secure(Map.of("stayseal.https", "true"))).isTrue();
        assertThat(secure(Map.of("stayseal.public-base-url", "https://permits.utopia.example")))
                .isTrue();
        assertThat(secure(Map.of("stayseal.public-base-url", "http://localhost:8080")))
                .isFalse();
        assertThat(secure(Map.of())).isFalse();
    }

    private static boolean secure(Map<String, String> properties) throws Exception {
        IssuerSettings settings = new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("stayseal", IssuerSettings.class);
        MockServletContext context = new MockServletContext();
        new ServerConfiguration().sessionCookie(settings).onStartup(context);
        return context.getSessionCookieConfig().isSecure();
    }
}
