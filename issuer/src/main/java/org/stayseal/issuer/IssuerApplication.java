package org.stayseal.issuer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the issuing service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IssuerApplication {

    /** Starts the service; settings as {@code --stayseal.…=…} or in the environment. */
    public static void main(String[] args) {
        SpringApplication.run(IssuerApplication.class, args);
    }
}
