package org.stayseal.issuer.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a browser sends to the interface for programs on behalf of another site (Fetch Metadata, {@code Sec-Fetch-Site}): a browser
 * would add the password that it remembers. Programs do not send this header.
 */
final class CrossSiteRequests extends OncePerRequestFilter {

    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final ProblemResponses problems;

    CrossSiteRequests(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OURS.contains(site)) {
            problems.write(
                    response, HttpStatus.FORBIDDEN, "cross-site", "Pages of other sites may not use this interface.");
            return;
        }
        chain.doFilter(request, response);
    }
}
