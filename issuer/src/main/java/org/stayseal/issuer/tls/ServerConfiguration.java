package org.stayseal.issuer.tls;

import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.stayseal.issuer.IssuerSettings;

/** Where the server listens, and which cookies it sends over TLS only. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** After Spring's own, which reads {@code server.address}. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> listenAddress(
            IssuerSettings settings, Environment environment) {
        return factory -> ListenAddress.of(settings, environment).ifPresent(factory::setAddress);
    }

    /** Behind a proxy that ends TLS a request looks like plain HTTP; the public address tells what the browser sees. */
    @Bean
    ServletContextInitializer sessionCookie(IssuerSettings settings) {
        return context -> {
            if (settings.https()
                    || settings.publicBaseUrl()
                            .filter(url -> "https".equalsIgnoreCase(url.getScheme()))
                            .isPresent()) {
                context.getSessionCookieConfig().setSecure(true);
            }
        };
    }
}
