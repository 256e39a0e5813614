package org.stayseal.issuer;

import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the issuing service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IssuerApplication {

    private static final int EXIT_PORT_TAKEN = 70;

    /** Starts the service; settings as {@code --stayseal.…=…} or in the environment. */
    public static void main(String[] args) {
        OptionalInt taken = FreePort.taken(args);
        if (taken.isPresent()) {
            System.err.println("error: port " + taken.getAsInt() + " is in use");
            System.err.println("hint: end what uses it, or start with --port and another number");
            System.exit(EXIT_PORT_TAKEN);
        }
        SpringApplication.run(IssuerApplication.class, args);
    }
}
