package org.stayseal.issuer.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.stayseal.issuer.IssuerSettings;

/**
 * Five areas, each with its own sign-in and content security policy. An address that no area names needs a signed-in officer.
 *
 * <p>Strict transport security is left to the proxy of a production: on localhost, with a certificate of our own, it would lock a browser out
 * of everything else that runs there.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    private static final String CLOSED = "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String DATA_ONLY = "default-src 'none'" + CLOSED;
    private static final String VERIFIER_PAGE =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:;"
                    + " media-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'"
                    + CLOSED
                    + "; require-trusted-types-for 'script'; trusted-types stayseal";
    private static final String API_DESCRIPTION =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'"
                    + CLOSED;
    private static final String PAGES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self';"
                    + " manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** The interface for programs: a password with each request, no session, no page from elsewhere. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ProblemResponses problems, IssuerSettings settings) throws Exception {
        headers(http.securityMatcher("/api/**"), DATA_ONLY);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // no session; CrossSiteRequests keeps a browser's stored password from
                // other sites
                .addFilterBefore(
                        new CrossSiteRequests(problems, settings.publicBaseUrl()),
                        org.springframework.security.web.header.HeaderWriterFilter.class)
                .requestCache(cache -> cache.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    /** What anyone may fetch, and the verifier page. */
    @Bean
    @Order(2)
    SecurityFilterChain published(HttpSecurity http) throws Exception {
        headers(
                http.securityMatcher(
                        "/trust/**", "/status/**", "/verify", "/verify/**", "/actuator/health", "/actuator/health/**"),
                VERIFIER_PAGE);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    /** What holders' devices ask for, with a secret of their own in each request: no session, no officer, no page from elsewhere. */
    @Bean
    @Order(3)
    SecurityFilterChain holdersDevices(HttpSecurity http, ProblemResponses problems, IssuerSettings settings)
            throws Exception {
        headers(http.securityMatcher("/device/**"), DATA_ONLY);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // no session and no cookie; CrossSiteRequests asks for our own page
                .addFilterBefore(
                        new CrossSiteRequests(problems, settings.publicBaseUrl()),
                        org.springframework.security.web.header.HeaderWriterFilter.class)
                .requestCache(cache -> cache.disable())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    /** The description of the interface for programs. */
    @Bean
    @Order(4)
    SecurityFilterChain descriptionOfTheApi(HttpSecurity http) throws Exception {
        headers(
                http.securityMatcher(
                        "/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**"),
                API_DESCRIPTION);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** Officers' and holders' pages: a form to sign in, a session, a token in every form. */
    @Bean
    @Order(5)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        headers(http, PAGES);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/", "/sign-in", "/holder/**", "/assets/**", "/favicon.ico", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .defaultSuccessUrl("/officer")
                        .failureHandler(AccessConfiguration::notSignedIn)
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?logout"))
                .build();
    }

    /** Back to the form, which says whether to correct the password or to wait. */
    private static void notSignedIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = failure instanceof TooManyAttempts many ? "wait=" + many.seconds() : "error";
        response.sendRedirect(request.getContextPath() + "/sign-in?" + why);
    }

    private static void headers(HttpSecurity http, String contentSecurityPolicy) throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .httpStrictTransportSecurity(transport -> transport.disable())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(opener ->
                        opener.policy(CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
                .addHeaderWriter(new StaticHeadersWriter(
                        "Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=()"))
                .contentTypeOptions(Customizer.withDefaults()));
    }
}
