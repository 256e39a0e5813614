package org.stayseal.issuer.tls;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.PublicAddress;

/** Serves TLS with the certificate of our own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "stayseal.https", havingValue = "true")
class TlsConfiguration {

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> ownCertificate(
            IssuerSettings settings, PublicAddress address, Clock clock) {
        OwnCertificate certificate = new OwnCertificate(settings.data().resolve("tls"), clock);
        String password = certificate.ready(HostNames.of(address.base()));
        Ssl ssl = new Ssl();
        ssl.setEnabled(true);
        ssl.setKeyStore(certificate.keyStore().toUri().toString());
        ssl.setKeyStoreType("PKCS12");
        ssl.setKeyStorePassword(password);
        ssl.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
        return factory -> factory.setSsl(ssl);
    }
}
