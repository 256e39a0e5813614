package org.stayseal.issuer.publication;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.PublicAddress;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.trust.authority.Authority;
import org.stayseal.trust.authority.AuthorityHome;
import org.stayseal.trust.authority.AuthorityProfile;
import tools.jackson.databind.json.JsonMapper;

/** The authority whose keys sign and publish: the demo's, in the data folder. */
@Configuration(proxyBeanMethods = false)
class AuthorityConfiguration {

    @Bean
    SealTypes sealTypes(IssuerSettings settings, JsonMapper json) {
        return SealTypes.of(settings.profiles(), json);
    }

    @Bean
    Profiles profiles(SealTypes types) {
        return types.profiles();
    }

    @Bean
    Authority authority(IssuerSettings settings, PublicAddress address, Clock clock) {
        AuthorityProfile profile = new AuthorityProfile(
                settings.country(),
                settings.signerCode(),
                settings.countryName(),
                List.of(new LocalText("en", settings.authority() + " (demo)")),
                Set.of("FB06"),
                address.base(),
                settings.publication().validFor(),
                settings.publication().statusValidFor(),
                Optional.of(settings.publication().fetchAfter()));
        return AuthorityHome.openOrCreateDemo(settings.data().resolve("trust"), profile, clock);
    }
}
