package org.stayseal.issuer.demo;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.PublicAddress;
import org.stayseal.issuer.publication.Publisher;
import org.stayseal.issuer.tls.ListenAddress;
import org.stayseal.trust.authority.Authority;

/** Runs before the service says that it is ready: officers, a publication, samples, and then the words on the terminal. */
@Component
@ConditionalOnProperty(name = "stayseal.first-start", matchIfMissing = true, havingValue = "true")
class FirstStart implements ApplicationRunner {

    private final FirstOfficers officers;
    private final Samples samples;
    private final Publisher publisher;
    private final Authority authority;
    private final IssuerSettings settings;
    private final PublicAddress address;
    private final Environment environment;

    FirstStart(
            FirstOfficers officers,
            Samples samples,
            Publisher publisher,
            Authority authority,
            IssuerSettings settings,
            PublicAddress address,
            Environment environment) {
        this.officers = officers;
        this.samples = samples;
        this.publisher = publisher;
        this.authority = authority;
        this.settings = settings;
        this.address = address;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Optional<Map<String, String>> passwords = officers.open();
        publisher.tick();
        samples.make();
        publisher.tick();
        say(System.out, passwords);
    }

    private void say(PrintStream out, Optional<Map<String, String>> passwords) {
        out.println();
        out.println("Stayseal is ready.");
        out.println("  Officers      " + address.resolve("/officer"));
        out.println("  Verify        " + address.resolve("/verify/"));
        out.println("  Snapshot      " + address.resolve("/trust/snapshot"));
        out.println("  API           " + address.resolve("/swagger-ui.html") + "  (" + address.resolve("/v3/api-docs")
                + ")");
        out.println("  Root          " + authority.rootFingerprint().hex());
        out.println("  Data          " + settings.data());
        out.println("  Reached       "
                + ListenAddress.of(settings, environment)
                        .map(address -> address.isLoopbackAddress()
                                ? "from this machine only (--https serves a network, --listen ADDRESS one without TLS)"
                                : "at " + address.getHostAddress())
                        .orElse("at all addresses of this machine")
                + (settings.https() ? ", by TLS" : ", in clear"));
        if (settings.https()) {
            out.println("  Certificate   " + settings.data().resolve("tls/ca.pem")
                    + "  (trust it on a device that installs the page)");
        }
        passwords.ifPresentOrElse(
                first -> {
                    out.println("  Sign in as    (shown once; kept in " + officers.file() + ", for its owner only)");
                    first.forEach((name, password) -> out.println("    " + name + "  " + password));
                },
                () -> out.println("  Sign in       names and passwords of the first start: " + officers.file()));
        out.println();
        out.flush();
    }
}
