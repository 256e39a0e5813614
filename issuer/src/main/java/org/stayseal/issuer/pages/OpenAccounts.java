package org.stayseal.issuer.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.stayseal.issuer.officer.Officers;

/**
 * Ends the session of an officer whose account was closed, at the next request to any officer's page: a session is older than what is on record.
 */
@Configuration(proxyBeanMethods = false)
class OpenAccounts implements WebMvcConfigurer, HandlerInterceptor {

    private final Officers officers;

    OpenAccounts(Officers officers) {
        this.officers = officers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/officer", "/officer/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Principal principal = request.getUserPrincipal();
        if (principal != null && officers.find(principal.getName()).isPresent()) {
            return true;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        response.sendRedirect(request.getContextPath() + "/sign-in?closed");
        return false;
    }
}
