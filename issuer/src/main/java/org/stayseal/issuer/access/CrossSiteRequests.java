package org.stayseal.issuer.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a browser sends to the interface for programs on behalf of another site: it would add the password that it remembers.
 *
 * <p>Three signs, since none is always there. {@code Sec-Fetch-Site} (Fetch Metadata) is sent by newer browsers and to secure addresses only.
 * {@code Origin} (RFC 6454) is sent with every request of a page that changes something. And a body of {@code application/json} is what no page
 * may send to another site unasked (Fetch, "CORS-safelisted request-header"); this service answers no such question, and asks for that type
 * also where the body says nothing. Programs send neither of the two headers.
 */
final class CrossSiteRequests extends OncePerRequestFilter {

    private static final Set<String> OURS = Set.of("same-origin", "none");

    /** The methods that a page may send without asking, or that come with a body; a browser asks before any other. */
    private static final Set<String> WITH_A_BODY = Set.of("POST", "PUT", "PATCH");

    private final ProblemResponses problems;
    private final Optional<String> publicOrigin;

    /** @param publicAddress under which the world sees this service, if that is set: behind a proxy, requests do not tell */
    CrossSiteRequests(ProblemResponses problems, Optional<URI> publicAddress) {
        this.problems = problems;
        this.publicOrigin =
                publicAddress.map(address -> origin(address.getScheme(), address.getHost(), address.getPort()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if ((site != null && !OURS.contains(site)) || !isOurs(request.getHeader(HttpHeaders.ORIGIN), request)) {
            problems.write(
                    response, HttpStatus.FORBIDDEN, "cross-site", "Pages of other sites may not use this interface.");
            return;
        }
        if (WITH_A_BODY.contains(request.getMethod()) && !isJson(request.getContentType())) {
            problems.write(
                    response,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "media-type",
                    "Send the body as application/json; where there is nothing to say, an empty object.");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isOurs(@Nullable String origin, HttpServletRequest request) {
        if (origin == null) {
            return true;
        }
        String asked = origin(request.getScheme(), request.getServerName(), request.getServerPort());
        return origin.equals(asked) || publicOrigin.filter(origin::equals).isPresent();
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** As browsers write it: lower case, and without the scheme's own port. */
    private static String origin(String scheme, String host, int port) {
        boolean usual = port < 0 || port == ("https".equalsIgnoreCase(scheme) ? 443 : 80);
        return (scheme + "://" + host + (usual ? "" : ":" + port)).toLowerCase(Locale.ROOT);
    }
}
